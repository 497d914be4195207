using System.Text.Json.Nodes;
using Azygos.Files.EvidenceBase;
using Azygos.Files.Tables;

namespace Azygos.Files.Schemas;

/// <summary>The published JSON Schema of each evidence table, written from the description that the reader
/// uses.</summary>
/// <remarks>A table is a list of rows, a row an object of cells by column name; an empty number is null.</remarks>
public static class EvidenceSchema
{
    /// <summary>Name of a table's schema file, without ending.</summary>
    public static string NameOf(TableDescription table) => $"evidence-{table.Name}-1";

    /// <summary>The schema's text.</summary>
    public static string Text(TableDescription table)
    {
        JsonObject columns = [];
        foreach (ColumnDescription column in table.Columns) columns[column.Name] = ModelSchema.Column(column);
        JsonObject root = new()
        {
            ["type"] = "array",
            ["items"] = SchemaText.Closed(columns, [.. table.Columns.Select(column => column.Name)]),
        };
        return SchemaText.Print($"{EvidenceTables.Schema}/{table.Name}", $"{table.File}: {table.Meaning}.", root);
    }
}
