using System.Text;
using DanVan.Scoring.Diagnostics;

namespace DanVan.Scoring.Expressions.Syntax;

/// <summary>
/// Cuts the text of an expression into words and signs. Goes on after a fault, so that all are reported; a faulty number
/// stays a number, so that the rest can still be checked.
/// </summary>
internal sealed class Lexer(string text, ExpressionFaults faults)
{
    private static readonly Dictionary<string, TokenType> Words = new(StringComparer.Ordinal)
    {
        ["and"] = TokenType.And,
        ["or"] = TokenType.Or,
        ["not"] = TokenType.Not,
        ["in"] = TokenType.In,
        ["true"] = TokenType.True,
        ["false"] = TokenType.False,
    };

    private int _at;

    /// <summary>True if something was left out, so that the grammar of the rest says nothing.</summary>
    public bool HasGaps { get; private set; }

    /// <summary>Words that cannot be names.</summary>
    public static IEnumerable<string> ReservedWords => Words.Keys;

    public List<Token> Read()
    {
        var tokens = new List<Token>();
        while (true)
        {
            while (_at < text.Length && char.IsWhiteSpace(text[_at]))
                _at++;
            if (_at == text.Length)
            {
                tokens.Add(new Token(TokenType.End, new TextSpan(_at, 0)));
                return tokens;
            }
            if (ReadOne() is { } token)
                tokens.Add(token);
        }
    }

    private Token? ReadOne()
    {
        char c = text[_at];
        if (char.IsAsciiDigit(c))
            return ReadNumberOrDate();
        if (char.IsLetter(c) || c == '_')
            return ReadWord();
        if (c == '\'')
            return ReadText();
        return ReadSign(c);
    }

    private Token ReadWord()
    {
        int start = _at;
        while (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_' || CharUnicodeInfo.GetUnicodeCategory(text[_at]) == UnicodeCategory.NonSpacingMark))
            _at++;
        string word = text[start.._at].Normalize(NormalizationForm.FormC);
        return new Token(Words.GetValueOrDefault(word, TokenType.Name), new TextSpan(start, _at - start), word);
    }

    private Token? ReadText()
    {
        int start = _at++;
        var content = new StringBuilder();
        while (_at < text.Length)
        {
            if (text[_at] == '\'')
            {
                if (_at + 1 < text.Length && text[_at + 1] == '\'')
                    _at++;
                else
                {
                    _at++;
                    return new Token(TokenType.Text, new TextSpan(start, _at - start), TextKey.Clean(content.ToString()));
                }
            }
            content.Append(text[_at++]);
        }
        faults.Report(ExpressionDiagnostics.OpenText, new TextSpan(start, text.Length - start));
        HasGaps = true;
        return null;
    }

    private Token ReadNumberOrDate()
    {
        int start = _at;
        if (IsDateAt(start))
        {
            _at += 10;
            var span = new TextSpan(start, 10);
            if (DateOnly.TryParseExact(text.AsSpan(start, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                return new Token(TokenType.Date, span, date);
            faults.Report(ExpressionDiagnostics.BadNumber, span, ("found", text.Substring(start, 10)));
            return new Token(TokenType.Date, span, DateOnly.MinValue);
        }
        SkipDigits();
        if (_at + 1 < text.Length && text[_at] == '.' && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            SkipDigits();
        }
        if (_at + 1 < text.Length && text[_at] == ',' && char.IsAsciiDigit(text[_at + 1]))
        {
            _at++;
            SkipDigits();
            string comma = text[start.._at];
            faults.Report(ExpressionDiagnostics.DecimalComma, new TextSpan(start, _at - start),
                ("found", comma), ("suggestion", comma.Replace(',', '.')));
            return new Token(TokenType.Number, new TextSpan(start, _at - start), 1m);
        }
        string digits = text[start.._at];
        int afterNumber = _at;
        while (_at < text.Length && text[_at] == ' ')
            _at++;
        bool isPercent = _at < text.Length && text[_at] == '%';
        _at = isPercent ? _at + 1 : afterNumber;
        var numberSpan = new TextSpan(start, _at - start);
        if (!NumberLimits.TryParse(digits, out decimal value))
        {
            faults.Report(ExpressionDiagnostics.BadNumber, numberSpan, ("found", digits));
            return new Token(TokenType.Number, numberSpan, 1m);
        }
        return new Token(TokenType.Number, numberSpan, isPercent ? value / 100 : value);
    }

    private bool IsDateAt(int start)
    {
        const string pattern = "0000-00-00";
        if (start + pattern.Length > text.Length)
            return false;
        for (int i = 0; i < pattern.Length; i++)
            if (pattern[i] == '0' ? !char.IsAsciiDigit(text[start + i]) : text[start + i] != '-')
                return false;
        return start + pattern.Length == text.Length || !char.IsAsciiDigit(text[start + pattern.Length]);
    }

    private void SkipDigits()
    {
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
            _at++;
    }

    private Token? ReadSign(char c)
    {
        int start = _at++;
        char next = _at < text.Length ? text[_at] : '\0';
        (TokenType type, int length) = (c, next) switch
        {
            ('<', '=') => (TokenType.LessOrEqual, 2),
            ('>', '=') => (TokenType.GreaterOrEqual, 2),
            ('!', '=') or ('<', '>') => (TokenType.NotEqual, 2),
            ('=', '=') => (TokenType.Equal, 2),
            ('≤', _) => (TokenType.LessOrEqual, 1),
            ('≥', _) => (TokenType.GreaterOrEqual, 1),
            ('≠', _) => (TokenType.NotEqual, 1),
            ('=', _) => (TokenType.Equal, 1),
            ('<', _) => (TokenType.Less, 1),
            ('>', _) => (TokenType.Greater, 1),
            ('+', _) => (TokenType.Plus, 1),
            ('-' or '−', _) => (TokenType.Minus, 1),
            ('*' or '×', _) => (TokenType.Times, 1),
            ('/' or '÷', _) => (TokenType.Divide, 1),
            ('(', _) => (TokenType.Open, 1),
            (')', _) => (TokenType.Close, 1),
            (',', _) => (TokenType.Comma, 1),
            ('.', _) => (TokenType.Dot, 1),
            _ => (TokenType.End, 1),
        };
        _at = start + length;
        if (type != TokenType.End)
            return new Token(type, new TextSpan(start, length));
        if (char.IsHighSurrogate(c) && char.IsLowSurrogate(next))
            _at = start + 2;
        faults.Report(ExpressionDiagnostics.UnknownCharacter, new TextSpan(start, _at - start), ("found", text[start.._at]));
        HasGaps = true;
        return null;
    }
}
