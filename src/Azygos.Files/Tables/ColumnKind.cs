namespace Azygos.Files.Tables;

/// <summary>What a cell of a column holds.</summary>
public enum ColumnKind
{
    /// <summary>Identifier: lower-case letters, digits, <c>_</c>.</summary>
    Identifier,

    /// <summary>Identifier of a published thing: letters of either case, digits, <c>-</c> and <c>_</c>.</summary>
    Code,

    /// <summary>One of a few words, or empty.</summary>
    OptionalWord,

    /// <summary>A whole number, or empty.</summary>
    OptionalWholeNumber,

    /// <summary>Dotted path of a parameter.</summary>
    Path,

    /// <summary>Text that may not be empty.</summary>
    Text,

    /// <summary>Text that may be empty.</summary>
    Remark,

    /// <summary>One of a few words.</summary>
    Word,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number, or empty where the model derives it.</summary>
    OptionalNumber,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>Identifier of a row of another table.</summary>
    Reference,

    /// <summary>Identifier of a row of another table, or empty.</summary>
    OptionalReference,

    /// <summary>Keys of <c>sources.csv</c> separated by semicolons, or empty.</summary>
    SourceKeys,
}
