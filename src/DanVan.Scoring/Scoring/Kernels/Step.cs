using System.Runtime.CompilerServices;
using System.Text;
using DanVan.Scoring.Expressions;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>
/// A step in words, written only while somebody asks for it: the parts of the text are not even worked out otherwise.
/// Numbers stand with all their digits or, as <c>{share:%}</c>, as percentages; of cells, that of the block's single unit; a
/// pair of texts in the language of the trace; an expression with its values in place of names.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct Step
{
    private readonly Trace? _trace;
    private readonly StringBuilder? _text;

    public Step(int literalLength, int formattedCount, Kernel kernel, out bool isTold)
    {
        _trace = kernel.Told;
        isTold = _trace is not null;
        _text = isTold ? new StringBuilder(literalLength + (formattedCount * 8)) : null;
    }

    public bool IsTold => _text is not null;

    public string Text => _text!.ToString();

    public void AppendLiteral(string text) => _text!.Append(text);

    public void AppendFormatted(string text) => _text!.Append(text);

    public void AppendFormatted(decimal value, string? format = null) => _text!.Append(format == "%" ? _trace!.Percent(value) : _trace!.Number(value));

    /// <summary>A number, or a share as a percentage.</summary>
    public void AppendFormatted((decimal Value, bool IsShare) number) => AppendFormatted(number.Value, number.IsShare ? "%" : null);

    public void AppendFormatted(int value) => _text!.Append(_trace!.Number(value));

    public void AppendFormatted(DateOnly value) => _text!.Append(_trace!.Date(value));

    public void AppendFormatted(Cells<decimal> cells) => AppendFormatted(cells.Values[0]);

    public void AppendFormatted((string Vi, string En) text) => _text!.Append(_trace!.Text(text.Vi, text.En));

    public void AppendFormatted(Expression expression) => _text!.Append(_trace!.Substituted(expression));
}
