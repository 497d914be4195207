using System.Globalization;
using Azygos.Body.Anatomy;
using Azygos.Body.Model;
using Azygos.Body.Simulation;
using Azygos.Files.Faults;
using Azygos.Files.Tables;

namespace Azygos.Files.ModelFolder;

/// <summary>
/// Checks between the cells of a model: heights against lengths, shares, ends, chambers, one connected whole.
/// </summary>
internal sealed class ModelChecks(BodyModel model, RowPlaces places, FaultList faults)
{
    /// <summary>Shares are printed to four digits, so that a sum of twenty may be off by this much; chosen.</summary>
    private const double ShareTolerance = 1e-3;

    /// <summary>Adds a fault for everything that does not fit together.</summary>
    public static void Run(BodyModel model, RowPlaces places, FaultList faults)
    {
        ModelChecks checks = new(model, places, faults);
        checks.Lengths();
        checks.Ends();
        checks.Shares();
        checks.OxygenDemands();
        checks.Chambers();
        checks.Sites();
        checks.Bands();
        if (ModelTables.All.All(places.IsWhole))
        {
            Connection.Check(model, places, faults);
            checks.Tiers();
        }
    }

    /// <summary>
    /// A vessel is at least as long as its ends are apart in height; else a loop of gravity could not close.
    /// </summary>
    private void Lengths()
    {
        Dictionary<string, double> heights = [];
        for (int i = 0; i < model.Nodes.Count; i++)
        {
            if (places.IsSound(ModelTables.Nodes, i))
            {
                heights.TryAdd(model.Nodes[i].Id, model.Nodes[i].Z);
            }
        }
        for (int i = 0; i < model.Vessels.Count; i++)
        {
            VesselRow vessel = model.Vessels[i];
            if (places.IsSound(ModelTables.Vessels, i)
                && heights.TryGetValue(vessel.From, out double from) && heights.TryGetValue(vessel.To, out double to)
                && Math.Abs(to - from) > vessel.Length * (1 + 1e-12))
            {
                Add(ModelTables.Vessels, i, vessel.Id, "length_cm", Print(vessel.Length),
                    $"is shorter than the height between {vessel.From} ({Print(from)} cm) and {vessel.To} "
                    + $"({Print(to)} cm); at least {Print(Math.Abs(to - from))} cm");
            }
        }
    }

    private void Ends()
    {
        Distinct(ModelTables.Vessels, model.Vessels, "to", row => (row.Id, row.From, row.To));
        Distinct(ModelTables.Beds, model.Beds, "vein", row => (row.Id, row.Artery, row.Vein));
        Distinct(ModelTables.BridgingVeins, model.BridgingVeins, "to", row => (row.Id, row.From, row.To));
        Distinct(ModelTables.Compartments, model.Compartments, "to", row => (row.Id, row.From, row.To));
        Distinct(ModelTables.Valves, model.Valves, "to", row => (row.Id, row.From, row.To));
    }

    /// <summary>Where some beds say what they consume, all must: what a bed leaves out, the mixed blood would
    /// miss.</summary>
    private void OxygenDemands()
    {
        if (model.OxygenDemands.Count == 0 || !places.IsWhole(ModelTables.OxygenDemands)
            || !places.IsWhole(ModelTables.Beds))
        {
            return;
        }
        HashSet<string> stated = [.. model.OxygenDemands.Select(row => row.Bed)];
        for (int i = 0; i < model.Beds.Count; i++)
        {
            if (places.IsSound(ModelTables.Beds, i) && !stated.Contains(model.Beds[i].Id))
            {
                Add(ModelTables.Beds, i, model.Beds[i].Id, "id", model.Beds[i].Id,
                    $"has no row in {ModelTables.OxygenDemands.File}, where other beds have one");
            }
        }
    }

    private void Distinct<TRow>(
        TableDescription table, IReadOnlyList<TRow> rows, string column,
        Func<TRow, (string Id, string From, string To)> ends)
    {
        for (int i = 0; i < rows.Count; i++)
        {
            (string id, string from, string to) = ends(rows[i]);
            if (places.IsSound(table, i) && from == to)
            {
                Add(table, i, id, column, to, "is where it begins, too; the two ends must differ");
            }
        }
    }

    private void Shares()
    {
        AddUpToOne(ModelTables.CerebralBeds, model.CerebralBeds.Count, "flow_share", "flow shares of all cerebral beds",
            i => model.CerebralBeds[i].FlowShare, i => model.CerebralBeds[i].Id);
        AddUpToOne(ModelTables.BridgingVeins, model.BridgingVeins.Count, "flow_share",
            "flow shares of all bridging veins",
            i => model.BridgingVeins[i].FlowShare, i => model.BridgingVeins[i].Id);
        for (int bed = 0; bed < model.CerebralBeds.Count; bed++)
        {
            string id = model.CerebralBeds[bed].Id;
            List<int> drains = [.. Enumerable.Range(0, model.CerebralDrains.Count)
                .Where(i => model.CerebralDrains[i].Bed == id)];
            double sum = drains.Sum(i => model.CerebralDrains[i].Share);
            bool sound = places.IsSound(ModelTables.CerebralBeds, bed) && places.IsWhole(ModelTables.CerebralDrains)
                && Enumerable.Range(0, model.CerebralDrains.Count)
                    .All(i => places.IsSound(ModelTables.CerebralDrains, i));
            if (sound && drains.Count == 0)
            {
                Add(ModelTables.CerebralBeds, bed, id, "id", id,
                    "drains nowhere: cerebral_drains.csv has no row for it");
            }
            else if (sound && Math.Abs(sum - 1) > ShareTolerance)
            {
                Add(ModelTables.CerebralDrains, drains[0], $"{id}:{model.CerebralDrains[drains[0]].Vein}", "share",
                    Print(model.CerebralDrains[drains[0]].Share),
                    $"the shares of bed {id} add up to {Print(sum)}, not to 1");
            }
        }
    }

    private void AddUpToOne(
        TableDescription table, int count, string column, string what, Func<int, double> share, Func<int, string> id)
    {
        double sum = Enumerable.Range(0, count).Sum(share);
        if (count > 0 && places.IsWhole(table) && Enumerable.Range(0, count).All(i => places.IsSound(table, i))
            && Math.Abs(sum - 1) > ShareTolerance)
        {
            Add(table, 0, id(0), column, Print(share(0)), $"the {what} add up to {Print(sum)}, not to 1");
        }
    }

    private void Chambers()
    {
        if (!places.IsWhole(ModelTables.Chambers))
        {
            return;
        }
        foreach (string word in ColumnWords("id", ModelTables.Chambers).Except(model.Chambers.Select(row => row.Id)))
        {
            Add(ModelTables.Chambers, -1, "", "id", word, "is missing; a heart has four chambers");
        }
    }

    private static IReadOnlyList<string> ColumnWords(string column, TableDescription table) =>
        table.Columns.First(description => description.Name == column).Words;

    private void Sites()
    {
        for (int i = 0; i < model.Sites.Count; i++)
        {
            if (places.IsSound(ModelTables.Sites, i) && model.Sites[i] is { Vessel.Length: > 0, Node.Length: > 0 } site)
            {
                Add(ModelTables.Sites, i, site.Id, "node", site.Node,
                    $"must be empty, because the site lies on vessel {site.Vessel}");
            }
        }
    }

    /// <summary>What core detail keeps must hold together: every bed finds a place, every node a way to the heart.</summary>
    private void Tiers()
    {
        if (faults.Count > 0 || model.Vessels.All(vessel => vessel.Tier == 1))
        {
            return;
        }
        foreach (string id in CoreDetail.Stranded(model))
        {
            int bed = IndexOf(model.Beds, row => row.Id == id);
            (TableDescription table, int row) = bed >= 0 ? (ModelTables.Beds, bed)
                : ((TableDescription)ModelTables.CerebralBeds, IndexOf(model.CerebralBeds, row => row.Id == id));
            Add(table, row, id, "id", id,
                "hangs on vessels of tier 2 that no vessel of tier 1 feeds or drains; core detail cannot place it");
        }
        if (faults.Count > 0)
        {
            return;
        }
        foreach (string id in Connection.Apart(CoreDetail.Of(model).Model))
        {
            Add(ModelTables.Nodes, IndexOf(model.Nodes, row => row.Id == id), id, "id", id,
                "is joined to the heart only by vessels of tier 2; core detail would cut it off");
        }

        static int IndexOf<TRow>(IReadOnlyList<TRow> rows, Func<TRow, bool> matches) =>
            Enumerable.Range(0, rows.Count).First(i => matches(rows[i]));
    }

    private void Bands()
    {
        for (int i = 0; i < model.Validation.Count; i++)
        {
            ValidationRow row = model.Validation[i];
            if (!places.IsSound(ModelTables.Validation, i))
            {
                continue;
            }
            if (row.Low > row.High)
            {
                Add(ModelTables.Validation, i, row.Id, "low", Print(row.Low),
                    $"is above high ({Print(row.High)} {row.Unit})");
            }
            if (places.IsWhole(ModelTables.Sites) && ValidationQuantity.Fault(row, model.Sites) is { } fault)
            {
                Add(ModelTables.Validation, i, row.Id, "quantity", row.Quantity, fault);
            }
        }
    }

    private void Add(TableDescription table, int row, string id, string column, string value, string message) =>
        faults.Add(places.Fault(table, row, id, column, value, message));

    private static string Print(double number) => number.ToString("G6", CultureInfo.InvariantCulture);
}
