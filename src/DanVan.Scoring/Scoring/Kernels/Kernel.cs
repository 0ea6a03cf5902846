using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DanVan.Scoring.Data;
using DanVan.Scoring.Expressions;
using DanVan.Scoring.Rules;

namespace DanVan.Scoring.Scoring.Kernels;

/// <summary>
/// The arithmetic of manners over a block of units. A manner is a few operations, which stand beside this file; each looks
/// at the positions that are still open, closes some of them with points or a state, and tells its step in words where a
/// trace is asked for, which is then the trace of the block's single unit.
/// </summary>
/// <param name="frame">The block.</param>
/// <param name="facts">What is known of the units that are compared with each other.</param>
internal sealed partial class Kernel(CellFrame frame, FactTable facts)
{
    private const CellState Given = CellState.Invalid + 1; // above all others, so that no state read later takes points away

    private readonly Stack<Cells<decimal>> _numbers = new();
    private readonly Stack<Cells<DateOnly>> _days = new();
    private PointCells _points = null!; // given at the start of each criterion

    /// <summary>The block.</summary>
    public CellFrame Frame => frame;

    /// <summary>Units in the block.</summary>
    public int Count => frame.Count;

    /// <summary>The criterion's maximum, in billionths.</summary>
    public long Max { get; private set; }

    /// <summary>The criterion's maximum.</summary>
    public decimal MaxPoints => Billionths.ToDecimal(Max);

    /// <summary>Takes the steps of a block of one; null if nobody asks.</summary>
    public Trace? Trace { get; set; }

    /// <summary>The trace while the block's single unit is open; null if nobody asks, or it is closed.</summary>
    public Trace? Told => IsOpen(0) ? Trace : null;

    /// <summary>True if any position is open.</summary>
    public bool IsAnyOpen => _points.States.AsSpan(0, Count).Contains(CellState.Value);

    /// <summary>Starts a criterion: all positions are open.</summary>
    /// <param name="max">Its maximum, in billionths.</param>
    /// <param name="points">Takes the points, within 0 and the maximum.</param>
    public void Start(long max, PointCells points)
    {
        (Max, _points) = (max, points);
        points.Values.AsSpan(0, Count).Clear();
        points.States.AsSpan(0, Count).Clear();
    }

    /// <summary>Ends it: positions that nothing closed have no result.</summary>
    public void End()
    {
        foreach (ref var state in _points.States.AsSpan(0, Count))
            state = state == Given ? CellState.Value : state == CellState.Value ? CellState.Invalid : state;
        while (_numbers.TryPop(out var cells))
            frame.Return(cells);
        while (_days.TryPop(out var days))
            frame.Return(days);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsOpen(int position) => _points.States[position] == CellState.Value;

    /// <summary>Closes a position with points, in billionths.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Give(int position, long points) => (_points.Values[position], _points.States[position]) = (points, Given);

    /// <summary>Closes a position with a state in place of points.</summary>
    public void Refuse(int position, CellState state) => _points.States[position] = state;

    /// <summary>Closes a position with points, in billionths, and tells how.</summary>
    public void Give(int position, long points, [InterpolatedStringHandlerArgument("")] Step step)
    {
        Give(position, points);
        Tell(step);
    }

    /// <summary>Closes a position with what the rules give where nothing arose.</summary>
    public void Give(int position, WhenNone rule, [InterpolatedStringHandlerArgument("")] Step step)
    {
        if (rule == WhenNone.NotApplicable)
            Refuse(position, CellState.NotApplicable);
        else
            Give(position, rule == WhenNone.Full ? Max : 0);
        Tell(step);
    }

    /// <summary>Closes a position with a state in place of points, and tells why.</summary>
    public void Refuse(int position, CellState state, [InterpolatedStringHandlerArgument("")] Step step)
    {
        Refuse(position, state);
        Tell(step);
    }

    /// <summary>What is known of the units that the one at a position is compared with; null if it has no such group.</summary>
    public PopulationFacts? FactsOf(Manner manner, int position) => facts.Of(manner, frame.UnitAt(position));

    /// <summary>Numbers for an operation, until the end.</summary>
    public Cells<decimal> Rent()
    {
        var cells = frame.Rent<decimal>();
        _numbers.Push(cells);
        return cells;
    }

    /// <summary>The same number everywhere.</summary>
    public Cells<decimal> Fill(decimal value)
    {
        var cells = Rent();
        cells.Values.AsSpan(0, Count).Fill(value);
        return cells;
    }

    /// <summary>Reads numbers, whatever their states are.</summary>
    public Cells<decimal> Read(Expression expression)
    {
        var cells = Rent();
        expression.Evaluate(frame, cells);
        Trace?.Read(expression);
        return cells;
    }

    /// <summary>Reads dates; a blank one gets what the rule says.</summary>
    public Cells<DateOnly> Days(Expression expression, WhenMissing whenBlank, [InterpolatedStringHandlerArgument("")] Step step)
    {
        var days = frame.Rent<DateOnly>();
        _days.Push(days);
        expression.Evaluate(frame, days);
        Trace?.Read(expression);
        Demand(days.States, whenBlank, step);
        return days;
    }

    /// <summary>Reads numbers; positions without a number are closed with their state, of several the strongest.</summary>
    public Cells<decimal> Need(Expression expression)
    {
        var cells = Read(expression);
        Demand(cells.States);
        return cells;
    }

    /// <summary>Closes the positions whose state is not a value; one closed with a state takes the stronger of the two.</summary>
    public void Demand(CellState[] states)
    {
        var into = MemoryMarshal.AsBytes(_points.States.AsSpan(0, Count));
        var other = MemoryMarshal.AsBytes(states.AsSpan(0, Count));
        int i = 0;
        for (; i <= into.Length - Vector<byte>.Count; i += Vector<byte>.Count)
            Vector.Max(new Vector<byte>(into[i..]), new Vector<byte>(other[i..])).CopyTo(into[i..]);
        for (; i < into.Length; i++)
            into[i] = Math.Max(into[i], other[i]);
    }

    /// <summary>Closes all positions with a state, unless they have a stronger one.</summary>
    public void Demand(CellState state)
    {
        for (int i = 0; i < Count; i++)
            _points.States[i] = CellStates.Combine(_points.States[i], state);
    }

    /// <summary>As <see cref="Demand(CellState[])"/>, but an open position whose cell is blank gets what the rule says.</summary>
    /// <param name="states">What the cells are.</param>
    /// <param name="whenBlank">The rule.</param>
    /// <param name="step">What is told of a blank cell that gives points.</param>
    public void Demand(CellState[] states, WhenMissing whenBlank, [InterpolatedStringHandlerArgument("")] Step step)
    {
        for (int i = 0; i < Count; i++)
        {
            if (states[i] != CellState.Missing || !IsOpen(i))
                _points.States[i] = CellStates.Combine(_points.States[i], states[i]);
            else if (whenBlank == WhenMissing.Zero)
                Give(i, 0);
            else
                Refuse(i, whenBlank == WhenMissing.Missing ? CellState.Missing : CellState.NotApplicable);
        }
        if (step.IsTold && _points.States[0] == Given)
            Tell(step);
    }

    /// <summary>Closes open positions whose number is below 0, or above a limit in nine decimals, as faults in the data.</summary>
    public void Within(Cells<decimal> cells, decimal? most, [InterpolatedStringHandlerArgument("")] Step step)
    {
        decimal edge = Rounding.ForComparison(most ?? 0);
        for (int i = 0; i < Count; i++)
            if (IsOpen(i) && (cells.Values[i] < 0 || (most is not null && Rounding.ForComparison(cells.Values[i]) > edge)))
                Refuse(i, CellState.Invalid);
        Tell(step);
    }

    /// <summary>Tells a step if it closed the block's single unit: with the points that it gave, or without if it gave none.</summary>
    public void Tell(Step step)
    {
        if (!step.IsTold || IsOpen(0))
            return;
        if (_points.States[0] == Given)
            Trace!.Step(step.Text, Billionths.ToDecimal(_points.Values[0]));
        else
            Trace!.Note(step.Text);
    }

    /// <summary>Tells a remark of an open unit.</summary>
    public void Note([InterpolatedStringHandlerArgument("")] Step step)
    {
        if (step.IsTold)
            Trace!.Note(step.Text);
    }

    /// <summary>A part of a step; empty if nothing is told.</summary>
    public string Text([InterpolatedStringHandlerArgument("")] Step step) => Trace is not null && step.IsTold ? step.Text : "";
}
