using System.Buffers;
using System.Collections.Concurrent;
using SkiaSharp;

namespace DanVan.Scoring.Reports.Plotting;

/// <summary>Measures and breaks text in the font that comes with the program (Be Vietnam Pro), so that no machine's fonts matter.</summary>
internal static class TextRuler
{
    /// <summary>Size of ordinary text, the smallest there is: 9 pt.</summary>
    public const double TextSize = 12;

    /// <summary>Distance between the lines of ordinary text.</summary>
    public const double LineHeight = 15;

    private static readonly Lazy<SKTypeface> Regular = new(() => Load("BeVietnamPro-Regular.ttf"));
    private static readonly Lazy<SKTypeface> Bold = new(() => Load("BeVietnamPro-Bold.ttf"));

    /// <summary>What a text may hold that is not shown, and halves of letters, which must be looked at in pairs.</summary>
    private static readonly SearchValues<char> Unfit = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)
            .Where(letter => char.IsControl(letter) || char.IsSurrogate(letter) || letter >= '\uFFFD')]);

    private static readonly ConcurrentDictionary<(double Size, bool IsBold), SKFont> Fonts = new();

    /// <summary>The font of a size.</summary>
    public static SKFont Font(double size, bool isBold) =>
        Fonts.GetOrAdd((size, isBold), _ => new SKFont((isBold ? Bold : Regular).Value, (float)size)
        {
            Subpixel = true,
            LinearMetrics = true,
            Hinting = SKFontHinting.None,
            Edging = SKFontEdging.Antialias,
        });

    /// <summary>Width in pixels.</summary>
    public static double Width(string text, bool isBold = false, double size = TextSize) => Font(size, isBold).MeasureText(Clean(text));

    /// <summary>The widest of some texts, up to a limit.</summary>
    public static double Widest(IEnumerable<string> texts, double most, bool isBold = false) =>
        Math.Min(most, texts.Select(text => Width(text, isBold)).DefaultIfEmpty().Max() + 0.5);

    /// <summary>The least width at which texts take no more lines than at the most.</summary>
    public static double Narrowest(IReadOnlyCollection<string> texts, double most)
    {
        double widest = Widest(texts, most);
        if (widest < most)
            return widest;
        int lines = texts.Max(text => Wrap(text, most).Count);
        double least = most / 3;
        while (most - least > 2)
        {
            double middle = (least + most) / 2;
            (least, most) = texts.All(text => Wrap(text, middle).Count <= lines) ? (least, middle) : (middle, most);
        }
        return most;
    }

    /// <summary>
    /// Breaks text into lines no wider than given. Names of several capitalised words, a word and its number, and a word and a dash stay
    /// together as long as they fit a line; a word that is wider by itself is broken.
    /// </summary>
    public static IReadOnlyList<string> Wrap(string text, double width, bool isBold = false, double size = TextSize)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string piece in Together(Clean(text)).SelectMany(words => Pieces(words, width, isBold, size)))
        {
            string longer = line.Length == 0 ? piece : $"{line} {piece}";
            if (line.Length > 0 && Width(longer, isBold, size) > width)
            {
                lines.Add(line);
                line = piece;
            }
            else
            {
                line = longer;
            }
        }
        lines.Add(line);
        return lines;
    }

    /// <summary>The text without what neither a font nor XML has letters for.</summary>
    public static string Clean(string text) => !text.AsSpan().ContainsAny(Unfit) ? text
        : string.Concat(text.EnumerateRunes().Where(rune => rune.Value is not (0xFFFD or 0xFFFE or 0xFFFF) && !Rune.IsControl(rune)));

    /// <summary>The words of a text, those joined that belong together.</summary>
    private static List<string> Together(string text)
    {
        var parts = new List<string>();
        string last = "";
        foreach (string word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if ((IsName(last) && IsName(word) && char.IsLetterOrDigit(last[^1]))
                || (parts.Count > 0 && (char.IsAsciiDigit(word[0]) || word is "-" or "–")))
                parts[^1] += $" {word}";
            else
                parts.Add(word);
            last = word;
        }
        return parts;
    }

    private static bool IsName(string word)
    {
        string letters = word.TrimStart('(', '“', '"');
        return letters.Length > 1 && char.IsUpper(letters[0]) && letters.Any(char.IsLower);
    }

    private static IEnumerable<string> Pieces(string words, double width, bool isBold, double size)
    {
        if (Width(words, isBold, size) <= width)
        {
            yield return words;
            yield break;
        }
        foreach (string word in words.Split(' '))
        {
            string piece = "";
            foreach (var letter in word.EnumerateRunes())
            {
                if (piece.Length > 0 && Width($"{piece}{letter}", isBold, size) > width)
                {
                    yield return piece;
                    piece = "";
                }
                piece += letter;
            }
            yield return piece;
        }
    }

    private static SKTypeface Load(string name)
    {
        using var stream = typeof(TextRuler).Assembly.GetManifestResourceStream("DanVan.Scoring.Reports.Fonts." + name)!;
        return SKTypeface.FromStream(stream);
    }
}
