using System.Globalization;
using Azygos.Body.Model;
using Azygos.Files.Tables;

namespace Azygos.Files.Overrides;

/// <summary>A number that an override replaces.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Column">Unit and range that hold for it.</param>
/// <param name="With">The model with the number replaced.</param>
internal sealed record OverrideTarget(string Path, ColumnDescription Column, Func<BodyModel, double, BodyModel> With)
{
    /// <summary>A parameter.</summary>
    public static OverrideTarget Of(ScalarParameter parameter) =>
        new(parameter.Path, new ParameterValue(parameter), (model, number) => model with
        {
            Parameters = new Dictionary<string, ScalarParameter>(model.Parameters)
            {
                [parameter.Path] = parameter with { Value = number },
            },
        });

    /// <summary>A cell of a table.</summary>
    public static OverrideTarget Of(TableDescription table, string row, ColumnDescription column) =>
        new($"{table.Name}.{row}.{column.Name}", column, (model, number) => table.WithCell(
            model, row, column, new CellValue(number.ToString("R", CultureInfo.InvariantCulture), number)));

    /// <summary>A parameter's value seen as a column of its own unit and range.</summary>
    private sealed record ParameterValue : ColumnDescription
    {
        public ParameterValue(ScalarParameter parameter)
            : base(parameter.Path, ColumnKind.Number, parameter.Meaning)
        {
            Unit = parameter.Unit;
            Range = Interval.From(parameter.Minimum, parameter.Maximum);
        }
    }
}
