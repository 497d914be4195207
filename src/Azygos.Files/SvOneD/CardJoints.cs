namespace Azygos.Files.SvOneD;

/// <summary>Joints of a card file: where segments meet.</summary>
internal sealed class CardJoints
{
    private readonly Dictionary<int, int> counts;
    private readonly HashSet<int> outlets, inlets;

    private CardJoints(IReadOnlyList<Segment> segments)
    {
        counts = segments.SelectMany(one => new[] { one.Nodes.From, one.Nodes.To })
            .GroupBy(node => node).ToDictionary(same => same.Key, same => same.Count());
        outlets = [.. segments.Select(one => one.Nodes.To)];
        inlets = [.. segments.Select(one => one.Nodes.From)];
    }

    /// <summary>True when segments meet at a node.</summary>
    public bool Meets(int node) => counts[node] > 1;

    /// <summary>True when a segment has an end where nothing goes on.</summary>
    public bool Ends(Segment segment) => !Meets(segment.Nodes.From) || !Meets(segment.Nodes.To);

    /// <summary>Reads the cards and checks them against the segments' own nodes.</summary>
    public static CardJoints Read(CardFile cards, IReadOnlyList<Segment> segments)
    {
        CardJoints joints = new(segments);
        HashSet<int> known = [.. cards.Of("NODE").Where(card => card.Has(4, "id, x, y, z")).Select(card => card.Whole("id", 0))];
        foreach (Segment one in segments)
        {
            if (!known.Contains(one.Nodes.From)) one.Card.Fault("first node", 4, "is no node of a NODE card");
            if (!known.Contains(one.Nodes.To)) one.Card.Fault("second node", 5, "is no node of a NODE card");
        }
        foreach (Segment twice in segments.GroupBy(one => one.Id).SelectMany(same => same.Skip(1)))
            twice.Card.Fault("id", 1, "stands twice; every segment needs a number of its own");
        HashSet<int> named = [];
        foreach (Card card in cards.Of("JOINT"))
        {
            if (!card.Has(4, "name, node, JOINTINLET, JOINTOUTLET")) continue;
            int node = card.Whole("node", 1);
            named.Add(node);
            Check(card, 2, cards, "JOINTINLET", node, segments, one => one.Nodes.To);
            Check(card, 3, cards, "JOINTOUTLET", node, segments, one => one.Nodes.From);
        }
        foreach (int node in joints.counts.Keys.Where(node => joints.Meets(node) && !named.Contains(node)))
            segments.First(one => one.Nodes.To == node || one.Nodes.From == node).Card.Fault(
                "node", -1, FormattableString.Invariant($"segments meet at node {node}, but no JOINT says so"));
        int[] entries = [.. joints.inlets.Where(node => !joints.Meets(node))];
        if (entries.Length != 1)
            cards.Cards[0].Faults.Add(cards.Name, null, "SEGMENT", string.Join(", ", entries),
                "exactly one node must be where blood enters");
        return joints;
    }

    private static void Check(
        Card joint, int field, CardFile cards, string kind, int node, IReadOnlyList<Segment> segments,
        Func<Segment, int> end)
    {
        Card? list = cards.Of(kind).FirstOrDefault(card => card.Fields.Length > 0 && card.Fields[0] == joint.Fields[field]);
        if (list is null)
        {
            joint.Fault(kind, field, $"there is no card {kind} of this name");
            return;
        }
        if (!list.Has(2, "name, count, segments")) return;
        int[] ids = [.. Enumerable.Range(2, list.Fields.Length - 2).Select(i => list.Whole("segment", i)).Order()];
        if (list.Whole("count", 1) != ids.Length) list.Fault("count", 1, "is not the number of segments that follow");
        int[] meeting = [.. segments.Where(one => end(one) == node).Select(one => one.Id).Order()];
        if (!ids.SequenceEqual(meeting))
            list.Fault("segments", -1, FormattableString.Invariant(
                $"are not those whose nodes say so: at node {node} these are {string.Join(", ", meeting)}"));
    }
}
