namespace DanVan.Scoring.Expressions;

/// <summary>Type of a value in an expression.</summary>
public enum ValueKind
{
    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>A date.</summary>
    Date,

    /// <summary>A text.</summary>
    Text,
}

/// <summary>What an expression may refer to; each scope holds the ones before it.</summary>
public enum ExpressionScope
{
    /// <summary>Fixed values, parameters, fields, kind, group, parent and code of the unit, last period's fields.</summary>
    Fields,

    /// <summary>Points of sections and criteria, the total.</summary>
    Points,

    /// <summary>Rating and rank.</summary>
    Outcomes,
}

internal static class ValueKinds
{
    public static LocalText Name(this ValueKind kind) => kind switch
    {
        ValueKind.Number => new LocalText("một số", "a number"),
        ValueKind.YesNo => new LocalText("một điều kiện có/không", "a yes/no condition"),
        ValueKind.Date => new LocalText("một ngày", "a date"),
        _ => new LocalText("một đoạn chữ", "a text"),
    };

    public static ValueKind Of<T>() =>
        typeof(T) == typeof(decimal) ? ValueKind.Number
        : typeof(T) == typeof(bool) ? ValueKind.YesNo
        : typeof(T) == typeof(DateOnly) ? ValueKind.Date
        : ValueKind.Text;
}
