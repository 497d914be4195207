using System.Text.Json.Nodes;
using Azygos.Files.Tables;

namespace Azygos.Files.Schemas;

/// <summary>
/// The published JSON Schema of a model folder, written from the same description that the reader uses.
/// </summary>
/// <remarks>
/// It describes the folder as one object: a key for each file, a table being a list of rows, a row an object of cells
/// by column name, numbers as numbers, an empty cell as null where the column allows it and as an empty text elsewhere.
/// </remarks>
public static class ModelSchema
{
    /// <summary>The schema's text.</summary>
    public static string Text()
    {
        JsonObject files = new()
        {
            ["model.yaml"] = SchemaText.Closed(
                new JsonObject
                {
                    ["schema"] = SchemaText.Only(ModelTables.Schema),
                    ["id"] = SchemaText.Of("string", "name of the folder"),
                    ["name"] = SchemaText.Of("string", "name for people"),
                    ["vessels"] = SchemaText.OneOf(TableWords.Vessels.Keys, "how a beating run treats the vessels"),
                    ["description"] = SchemaText.Of("string", "what the model is and is not"),
                }, ["schema", "id", "name", "vessels", "description"]),
        };
        foreach (TableDescription table in ModelTables.All)
        {
            JsonObject columns = [];
            foreach (ColumnDescription column in table.Columns)
            {
                columns[column.Name] = Column(column);
            }
            files[table.File] = new JsonObject
            {
                ["type"] = "array",
                ["description"] = table.Meaning,
                ["items"] = SchemaText.Closed(columns, [.. table.Columns.Select(column => column.Name)]),
            };
        }
        JsonObject root = SchemaText.Closed(
            files, ["model.yaml", .. ModelTables.All.Where(table => !table.IsOptional).Select(table => table.File)]);
        return SchemaText.Print(ModelTables.Schema, "A model folder: its files, and the columns of its tables.", root);
    }

    internal static JsonObject Column(ColumnDescription column)
    {
        if (column.IsNumber)
        {
            return SchemaText.Number(column);
        }
        JsonObject schema = SchemaText.Of("string", column.Meaning);
        switch (column.Kind)
        {
            case ColumnKind.Identifier or ColumnKind.Reference:
                schema["pattern"] = "^[a-z0-9_]{1,80}$";
                break;
            case ColumnKind.Code:
                schema["pattern"] = "^[A-Za-z0-9_-]{1,80}$";
                break;
            case ColumnKind.OptionalReference:
                schema["pattern"] = "^[a-z0-9_]{0,80}$";
                break;
            case ColumnKind.Path:
                schema["pattern"] = "^[A-Za-z0-9_]+([.][A-Za-z0-9_]+)*$";
                break;
            case ColumnKind.Text:
                schema["minLength"] = 1;
                break;
            case ColumnKind.OptionalWord:
                schema["enum"] = new JsonArray([.. column.Words.Prepend("").Select(word => JsonValue.Create(word))]);
                break;
            case ColumnKind.Word:
                schema["enum"] = new JsonArray([.. column.Words.Select(word => JsonValue.Create(word))]);
                break;
        }
        if (column.Table.Length > 0)
        {
            schema["x-refers-to"] = column.Table + ".csv";
        }
        return schema;
    }
}
