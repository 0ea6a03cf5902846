using System.Buffers;
using System.Numerics;

namespace DanVan.Scoring.Files.Reading;

/// <summary>What came of reading a text as a number.</summary>
/// <param name="Fault">Why it is none; the other values then mean nothing.</param>
/// <param name="Value">
/// The number, without zeros at the end of its decimals; of a text with percent sign, the percentage as written.
/// </param>
/// <param name="IsPercent">True if there was a percent sign.</param>
/// <param name="IsRounded">True if it had more than nine decimals, and was rounded to nine, half away from zero.</param>
internal readonly record struct ReadNumber(NumberFault Fault, decimal Value = 0, bool IsPercent = false, bool IsRounded = false);

/// <summary>Why a text is no number that can be used.</summary>
internal enum NumberFault
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>Not a number.</summary>
    NotNumber,

    /// <summary>More than 15 digits before the decimal sign, or not 0 but less than half a billionth.</summary>
    OutOfRange,
}

/// <summary>Reads numbers as people and programs write them, with the decimal sign known.</summary>
internal static class NumberText
{
    private const int Longest = 200;

    private static readonly SearchValues<char> DigitsAndSigns = SearchValues.Create("0123456789.,");

    /// <summary>The text without sign, percent sign and blanks.</summary>
    public static ReadOnlySpan<char> Strip(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.Length > 0 && text[0] is '-' or '−' or '+')
            text = text[1..].TrimStart();
        if (text.Length > 0 && text[^1] == '%')
            text = text[..^1].TrimEnd();
        return text.ContainsAny(' ', '\u00A0') || text.Contains('\u202F') ? WithoutBlanks(text) : text;
    }

    /// <summary>Cuts off a power of ten with at most three digits and its sign, as in 2e-06.</summary>
    /// <param name="number">A number without sign and blanks.</param>
    /// <param name="exponent">The power; 0 if there is none.</param>
    public static ReadOnlySpan<char> CutExponent(ReadOnlySpan<char> number, out int exponent)
    {
        exponent = 0;
        int at = number.IndexOfAny('e', 'E');
        if (at <= 0)
            return number;
        var power = number[(at + 1)..];
        bool isPower = power.TrimStart("+-").Length is > 0 and <= 3
            && int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent);
        return isPower ? number[..at] : number;
    }

    /// <summary>True if there is nothing but digits, commas and points, and at least one digit.</summary>
    public static bool IsDigitsAndSigns(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && text.IndexOfAnyExcept(DigitsAndSigns) < 0;

    /// <summary>Reads a number. Thousands marks must stand every three digits.</summary>
    /// <param name="text">The text of the cell.</param>
    /// <param name="decimalSign">The column's sign; null if no cell of the column shows one.</param>
    public static ReadNumber Parse(ReadOnlySpan<char> text, char? decimalSign)
    {
        if (TryParsePlain(text, decimalSign, out decimal plain))
            return new ReadNumber(NumberFault.None, plain);
        text = text.Trim();
        bool isPercent = text.Length > 0 && text[^1] == '%';
        bool isNegative = text.Length > 0 && text[0] is '-' or '−';
        var number = CutExponent(Strip(text), out int exponent);
        char sign = decimalSign ?? ',';
        Span<char> digits = stackalloc char[Longest];
        if (!IsDigitsAndSigns(number) || number.Length > Longest || !TakeDigits(number, sign, digits, out int count, out int decimals))
            return new ReadNumber(NumberFault.NotNumber);
        var read = Of(digits[..count], decimals - exponent);
        return read with { Value = isNegative ? -read.Value : read.Value, IsPercent = isPercent };
    }

    /// <summary>Reads what most cells are: digits, and digits behind one decimal sign; false for anything else, and for what is long.</summary>
    /// <typeparam name="T"><see cref="char"/>, or <see cref="byte"/> for UTF-8.</typeparam>
    public static bool TryParsePlain<T>(ReadOnlySpan<T> text, char? decimalSign, out decimal value)
        where T : unmanaged, IBinaryInteger<T>
    {
        const int mostCharacters = 16;
        value = 0;
        if (text.Length is 0 or > mostCharacters)
            return false;
        long digits = 0;
        int at = -1;
        for (int i = 0; i < text.Length; i++)
        {
            int c = int.CreateTruncating(text[i]);
            if (c is >= '0' and <= '9')
                digits = (digits * 10) + (c - '0');
            else if (c == decimalSign && at < 0 && i > 0)
                at = i;
            else
                return false;
        }
        int decimals = at < 0 ? 0 : text.Length - at - 1;
        if (text.Length - decimals > NumberLimits.IntegerDigits || decimals > NumberLimits.Decimals || at == text.Length - 1)
            return false;
        for (; decimals > 0 && digits % 10 == 0; decimals--)
            digits /= 10;
        value = new decimal((int)(uint)digits, (int)(digits >> 32), 0, false, (byte)decimals);
        return true;
    }

    /// <summary>Takes the digits out of a number; false if its marks and signs do not stand where they may.</summary>
    private static bool TakeDigits(ReadOnlySpan<char> number, char sign, Span<char> digits, out int count, out int decimals)
    {
        char mark = sign == ',' ? '.' : ',';
        int at = number.IndexOf(sign), sinceMark = 0;
        bool hasMark = false;
        (count, decimals) = (0, at < 0 ? 0 : number.Length - at - 1);
        if (at == 0 || (at > 0 && (decimals == 0 || number[(at + 1)..].ContainsAny(sign, mark))))
            return false;
        foreach (char c in at < 0 ? number : number[..at])
        {
            if (c == mark)
            {
                if (sinceMark is 0 or > 3 || (hasMark && sinceMark != 3))
                    return false;
                (hasMark, sinceMark) = (true, 0);
                continue;
            }
            digits[count++] = c;
            sinceMark++;
        }
        if (hasMark && sinceMark != 3)
            return false;
        number[^decimals..].CopyTo(digits[count..]);
        count += decimals;
        return true;
    }

    /// <summary>
    /// The number with these digits, of which so many are decimals; with a power of ten less than none, or more than there are.
    /// </summary>
    private static ReadNumber Of(ReadOnlySpan<char> digits, int decimals)
    {
        digits = digits.TrimStart('0');
        for (; digits.Length > 0 && digits[^1] == '0'; decimals--)
            digits = digits[..^1];
        if (digits.IsEmpty)
            return new ReadNumber(NumberFault.None);
        if (digits.Length - decimals > NumberLimits.IntegerDigits)
            return new ReadNumber(NumberFault.OutOfRange);
        int left = digits.Length - Math.Max(0, decimals - NumberLimits.Decimals); // digits that nine decimals leave
        if (left == digits.Length)
        {
            var whole = BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture) * BigInteger.Pow(10, Math.Max(0, -decimals));
            return new ReadNumber(NumberFault.None, (decimal)whole * Unit(Math.Max(0, decimals)));
        }
        if (left < 0 || (left == 0 && digits[0] < '5'))
            return new ReadNumber(NumberFault.OutOfRange);
        decimal kept = left == 0 ? 0 : decimal.Parse(digits[..left], NumberStyles.None, CultureInfo.InvariantCulture);
        decimal value = (kept + (digits[left] >= '5' ? 1 : 0)) * Unit(NumberLimits.Decimals);
        return new ReadNumber(NumberFault.None, value / 1.0000000000000000000000000000m, IsRounded: true); // without zeros at the end
    }

    /// <summary>1 with so many decimals: 0.001 for 3.</summary>
    private static decimal Unit(int decimals) => new(1, 0, 0, false, (byte)decimals);

    private static ReadOnlySpan<char> WithoutBlanks(ReadOnlySpan<char> text)
    {
        // "1 234" is a number with a blank as thousands mark; "1 2" is not.
        var parts = text.ToString().Split([' ', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries);
        bool areGroups = parts[0].Length is > 0 and <= 3 && parts[0].All(char.IsAsciiDigit)
            && parts[1..].All(part => part.Length >= 3 && part[..3].All(char.IsAsciiDigit) && (part.Length == 3 || part[3] is ',' or '.'));
        return areGroups ? string.Concat(parts) : text;
    }
}
