using System.Buffers;
using System.Numerics;
using DanVan.Scoring.Data;

namespace DanVan.Scoring.Files.Reading;

/// <summary>Reads numbers as people write them, with the decimal sign known.</summary>
internal static class NumberText
{
    private static readonly SearchValues<char> DigitsAndSigns = SearchValues.Create("0123456789.,");

    /// <summary>What a text is as a number.</summary>
    public enum Fault
    {
        /// <summary>A number.</summary>
        None,

        /// <summary>Not a number.</summary>
        NotNumber,

        /// <summary>Too many digits.</summary>
        TooLarge,
    }

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

    /// <summary>True if there is nothing but digits, commas and points, and at least one digit.</summary>
    public static bool IsDigitsAndSigns(ReadOnlySpan<char> text) =>
        text.ContainsAnyInRange('0', '9') && text.IndexOfAnyExcept(DigitsAndSigns) < 0;

    /// <summary>Reads a number. Thousands marks must stand every three digits.</summary>
    /// <param name="text">The text of the cell.</param>
    /// <param name="decimalSign">The column's sign; null if no cell of the column shows one.</param>
    /// <param name="value">The number; of a text with percent sign, the percentage as written.</param>
    /// <param name="isPercent">True if there was a percent sign.</param>
    public static Fault Parse(ReadOnlySpan<char> text, char? decimalSign, out decimal value, out bool isPercent)
    {
        if (TryParsePlain(text, decimalSign, out value))
        {
            isPercent = false;
            return Fault.None;
        }
        text = text.Trim();
        isPercent = text.Length > 0 && text[^1] == '%';
        bool isNegative = text.Length > 0 && text[0] is '-' or '−';
        var number = Strip(text);
        if (!IsDigitsAndSigns(number) || number.Length > 60)
            return Fault.NotNumber;
        char sign = decimalSign ?? ',';
        char mark = sign == ',' ? '.' : ',';
        int at = number.IndexOf(sign);
        if (at >= 0 && (number[(at + 1)..].ContainsAny(sign, mark) || at == number.Length - 1 || at == 0))
            return Fault.NotNumber;
        var whole = at < 0 ? number : number[..at];
        Span<char> plain = stackalloc char[60];
        int length = 0;
        int sinceMark = 0;
        bool hasMark = false;
        foreach (char c in whole)
        {
            if (c == mark)
            {
                if (sinceMark is 0 or > 3 || (hasMark && sinceMark != 3))
                    return Fault.NotNumber;
                (hasMark, sinceMark) = (true, 0);
                continue;
            }
            plain[length++] = c;
            sinceMark++;
        }
        if (hasMark && sinceMark != 3)
            return Fault.NotNumber;
        if (at >= 0)
        {
            plain[length++] = '.';
            number[(at + 1)..].CopyTo(plain[length..]);
            length += number.Length - at - 1;
        }
        if (!NumberLimits.TryParse(plain[..length], out value))
            return Fault.TooLarge;
        if (isNegative)
            value = -value;
        return Fault.None;
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
        value = new decimal((int)(uint)digits, (int)(digits >> 32), 0, false, (byte)decimals);
        return true;
    }

    private static ReadOnlySpan<char> WithoutBlanks(ReadOnlySpan<char> text)
    {
        // "1 234" is a number with a blank as thousands mark; "1 2" is not.
        var parts = text.ToString().Split([' ', '\u00A0', '\u202F'], StringSplitOptions.RemoveEmptyEntries);
        bool areGroups = parts[0].Length is > 0 and <= 3 && parts[0].All(char.IsAsciiDigit)
            && parts[1..].All(part => part.Length >= 3 && part[..3].All(char.IsAsciiDigit) && (part.Length == 3 || part[3] is ',' or '.'));
        return areGroups ? string.Concat(parts) : text;
    }
}
