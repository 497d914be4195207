using System.Globalization;
using System.Text;

namespace Azygos.Files.Scripts;

/// <summary>Numbers, texts and tables as R reads them.</summary>
internal static class RText
{
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    public static string Text(string text)
    {
        StringBuilder quoted = new("\"");
        foreach (char c in text)
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(c) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => c.ToString(),
            });
        return quoted.Append('"').ToString();
    }

    public static string Texts(IEnumerable<string> texts) => $"c({string.Join(", ", texts.Select(Text))})";

    public static string Numbers(IEnumerable<double> numbers) => $"c({string.Join(", ", numbers.Select(Number))})";

    /// <summary>A data frame, one column a line; names that R would change stand in back-quotes.</summary>
    public static string Frame(string name, params IEnumerable<(string Column, string Values)> columns) =>
        $"{name} <- data.frame(check.names = FALSE,\n"
        + string.Join(",\n", columns.Select(one => $"  {Name(one.Column)} = {one.Values}")) + ")\n";

    public static string Name(string name) =>
        $"`{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`";

    /// <summary>A check that R gets what was printed.</summary>
    /// <param name="expression">R's value.</param>
    /// <param name="value">Ours.</param>
    /// <param name="tolerance">Relative.</param>
    public static string Agrees(string expression, double value, string tolerance) =>
        $"stopifnot(isTRUE(all.equal(as.numeric({expression}), {Number(value)}, tolerance = {tolerance})))\n";
}
