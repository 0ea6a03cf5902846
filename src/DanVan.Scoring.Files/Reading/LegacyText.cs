using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace DanVan.Scoring.Files.Reading;

/// <summary>
/// Recognises Vietnamese text in the codes of before Unicode: TCVN3 (ABC, fonts .Vn…) and VNI (fonts VNI-…). Both show as
/// wrong letters in every other font; which words they stand for tells them apart, by the spelling of Vietnamese.
/// </summary>
internal static partial class LegacyText
{
    // TCVN 5712:1993, third table, as its fonts show it under Windows: positions A1–FE.
    private const string Tcvn3Letters =
        "A1Ă A2Â A3Ê A4Ô A5Ơ A6Ư A7Đ A8ă A9â AAê ABô ACơ ADư AEđ B5à B6ả B7ã B8á B9ạ BBằ BCẳ BDẵ BEắ C6ặ C7ầ C8ẩ C9ẫ CAấ CBậ CCè CEẻ CFẽ D0é D1ẹ D2ề D3ể D4ễ D5ế D6ệ "
        + "D7ì D8ỉ DCĩ DDí DEị DFò E1ỏ E2õ E3ó E4ọ E5ồ E6ổ E7ỗ E8ố E9ộ EAờ EBở ECỡ EDớ EEợ EFù F1ủ F2ũ F3ú F4ụ F5ừ F6ử F7ữ F8ứ F9ự FAỳ FBỷ FCỹ FDý FEỵ";

    // VNI for Windows: a mark follows its letter, in the letter's case; some letters have a place of their own.
    private const string VniMarks = "F9\u0301 F8\u0300 FB\u0309 F5\u0303 EF\u0323 E2\u0302 E1\u0302\u0301 E0\u0302\u0300 E5\u0302\u0309 E3\u0302\u0303 E4\u0302\u0323 "
        + "EA\u0306 E9\u0306\u0301 E8\u0306\u0300 FA\u0306\u0309 FC\u0306\u0303 EB\u0306\u0323";
    private const string VniLetters = "F1đ D1Đ F4ơ D4Ơ F6ư D6Ư EDí ECì E6ỉ F3ĩ F2ị CDÍ CCÌ C6Ỉ D3Ĩ D2Ị EEỵ CEỴ";

    private static readonly FrozenDictionary<char, string> Tcvn3 = MapOf(Tcvn3Letters);
    private static readonly FrozenDictionary<char, string> Vni = MapOf(VniLetters);
    private static readonly FrozenDictionary<char, string> VniMark = MapOf(VniMarks);
    private static readonly Encoding Windows1252 = CodePages(1252);
    private static readonly Encoding Windows1258 = CodePages(1258);

    /// <summary>The text of bytes that are Vietnamese in Windows-1258; null if they are not.</summary>
    public static string? DecodeWindows1258(ReadOnlySpan<byte> bytes)
    {
        string text = Windows1258.GetString(bytes).Normalize(NormalizationForm.FormC);
        return !text.Any(c => char.IsControl(c) && c is not ('\t' or '\r' or '\n')) && IsVietnamese(text) && FindCode(Windows1252.GetString(bytes)) is null ? text : null;
    }

    /// <summary>The text of bytes with their places as letters of Windows-1252, which is how legacy text shows.</summary>
    public static string Show(ReadOnlySpan<byte> bytes) => Windows1252.GetString(bytes);

    /// <summary>Name of the code that a text is written in, with what it says; null if it is not legacy text.</summary>
    public static (string Code, string Meaning)? FindCode(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u00A1', '\u00FF') || IsVietnamese(text))
            return null;
        string tcvn3 = Decode(text, Tcvn3, null), vni = Decode(text, Vni, VniMark);
        return IsVietnamese(tcvn3) ? ("TCVN3 (ABC)", tcvn3) : IsVietnamese(vni) ? ("VNI", vni) : null;
    }

    private static string Decode(string text, FrozenDictionary<char, string> letters, FrozenDictionary<char, string>? marks)
    {
        var decoded = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            char lower = c is >= '\u00C0' and <= '\u00DE' && marks is not null ? (char)(c + 0x20) : c;
            if (marks is not null && decoded.Length > 0 && char.IsLetter(decoded[^1]) && marks.TryGetValue(lower, out string? mark) && "aeouyAEOUYơưƠƯ".Contains(decoded[^1], StringComparison.Ordinal))
                decoded.Append(mark);
            else
                decoded.Append(letters.TryGetValue(c, out string? letter) ? letter : c.ToString());
        }
        return decoded.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>True if nearly all words with letters beyond ASCII are spelt as Vietnamese ones, and there are some.</summary>
    private static bool IsVietnamese(string text)
    {
        int marked = 0, spelt = 0;
        foreach (var word in Words().EnumerateMatches(text))
        {
            var span = text.AsSpan(word.Index, word.Length);
            if (System.Text.Ascii.IsValid(span))
                continue;
            marked++;
            if (IsSyllable(span.ToString()))
                spelt++;
        }
        return marked > 0 && spelt >= marked * 0.9;
    }

    /// <summary>Onset, vowels and coda of a syllable; one tone mark at most.</summary>
    private static bool IsSyllable(string word)
    {
        string parts = word.ToLowerInvariant().Normalize(NormalizationForm.FormD);
        string letters = Tones().Replace(parts, ""); // a tone on a consonant stays, and is no letter
        return parts.Length - letters.Length <= 1 && Syllable().IsMatch(letters.Normalize(NormalizationForm.FormC));
    }

    private static FrozenDictionary<char, string> MapOf(string table) =>
        table.Split(' ').ToFrozenDictionary(entry => (char)Convert.ToInt32(entry[..2], 16), entry => entry[2..]);

    private static Encoding CodePages(int page)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(page);
    }

    /// <summary>Runs of letters, marks and the signs that legacy letters show as.</summary>
    [GeneratedRegex(@"[\p{L}\p{M}\u00A1-\u00BF\u00D7\u00F7]+")]
    private static partial Regex Words();

    [GeneratedRegex("(?<=[aeiouy][\u0302\u0306\u031B]?)[\u0300\u0301\u0303\u0309\u0323]")]
    private static partial Regex Tones();

    [GeneratedRegex("^(ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
        + "(iêu|yêu|uyê|uya|uyu|oai|oay|oao|oeo|uây|uôi|ươi|ươu|ia|iê|yê|ua|uâ|uê|uô|uơ|uy|ưa|ươ|ưu|ưi|ai|ao|au|ay|âu|ây|eo|êu|iu|oa|oă|oe|oo|oi|ôi|ơi|ui|a|ă|â|e|ê|i|o|ô|ơ|u|ư|y)"
        + "(ch|ng|nh|[cmnpt])?$")]
    private static partial Regex Syllable();
}
