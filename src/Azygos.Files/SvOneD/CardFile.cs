using Azygos.Files.Faults;

namespace Azygos.Files.SvOneD;

/// <summary>The cards and tables of a file, before they mean anything.</summary>
internal sealed class CardFile
{
    private static readonly char[] Blanks = [' ', '\t', '\r'];

    private CardFile(string name) => Name = name;

    /// <summary>The file as faults name it.</summary>
    public string Name { get; }

    /// <summary>Cards in the file's order, tables apart.</summary>
    public List<Card> Cards { get; } = [];

    /// <summary>Tables by name: rows of two numbers.</summary>
    public Dictionary<string, CardTable> Tables { get; } = [];

    /// <summary>Reads the lines; faults where one fits nowhere.</summary>
    public static CardFile Read(string text, string name, FaultList faults)
    {
        CardFile file = new(name);
        CardTable? open = null;
        int line = 0;
        foreach (string row in text.Split('\n'))
        {
            line++;
            string[] words = row.Split('#')[0].Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0) continue;
            Card card = new(name, line, words[0], words[1..], faults);
            if (card.Kind == "ENDDATATABLE")
            {
                if (open is null) card.Fault("", -1, "ends a table that was not begun");
                else if (open.Times.Count == 0) card.Fault(open.Name, -1, "ends a table without rows");
                open = null;
            }
            else if (open is not null) open.Add(card);
            else if (card.Kind == "DATATABLE") open = Begin(card, file);
            else file.Cards.Add(card);
        }
        if (open is not null) faults.Add(name, line, "DATATABLE", open.Name, "is not ended by ENDDATATABLE");
        return file;
    }

    /// <summary>Cards of a kind.</summary>
    public IEnumerable<Card> Of(string kind) => Cards.Where(card => card.Kind == kind);

    private static CardTable? Begin(Card card, CardFile file)
    {
        if (!card.Has(2, "name, LIST")) return new CardTable("");
        if (card.Fields[1] != "LIST") card.Fault("kind", 1, "must be LIST");
        CardTable table = new(card.Fields[0]);
        if (!file.Tables.TryAdd(table.Name, table)) card.Fault("name", 0, "stands twice; every table needs a name of its own");
        return table;
    }
}

/// <summary>A table of a card file: times and values, or parameters one a row.</summary>
/// <param name="name">Its name.</param>
internal sealed class CardTable(string name)
{
    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>First column.</summary>
    public List<double> Times { get; } = [];

    /// <summary>Second column.</summary>
    public List<double> Values { get; } = [];

    /// <summary>Adds a row, which reads as a card of its first number.</summary>
    public void Add(Card row)
    {
        Card all = row with { Kind = $"table {name}", Fields = [row.Kind, .. row.Fields] };
        if (!all.Has(2, "two numbers")) return;
        if (all.Fields.Length > 2) all.Fault("row", 2, "is a third field; a row has two numbers");
        double time = all.Number("time", 0, _ => true, "a finite number");
        double value = all.Number("value", 1, _ => true, "a finite number");
        if (double.IsNaN(time + value)) return;
        Times.Add(time);
        Values.Add(value);
    }
}
