using Azygos.Circulation.Blocks;
using Azygos.Files.Benchmarks;
using Azygos.Files.Faults;

namespace Azygos.Files.SvZeroD;

/// <summary>The blocks and connections read so far, each with its place in the file.</summary>
internal sealed class BlockList(ModelFile file)
{
    private readonly List<Block> blocks = [];

    /// <summary>Faults of the file before its blocks were read.</summary>
    public int FaultsBefore { get; } = file.Faults.Count;

    private readonly Dictionary<string, PlacedValue> places = [];
    private readonly Dictionary<int, string> vessels = [];
    private readonly List<(BlockConnection Connection, PlacedValue At)> connections = [];

    /// <summary>The file.</summary>
    public ModelFile File => file;

    /// <summary>All blocks.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>All connections.</summary>
    public IReadOnlyList<BlockConnection> Connections => [.. connections.Select(one => one.Connection)];

    /// <summary>Blocks whose outlet leads to the heart of a closed loop.</summary>
    public List<(string Name, PlacedValue At)> ToHeart { get; } = [];

    /// <summary>Adds a block, and says where it stands.</summary>
    public void Add(Block block, PlacedValue at)
    {
        if (block.Name.Length == 0) return;
        if (!places.TryAdd(block.Name, at)) file.Fault(at, $"has the name {block.Name} of another block");
        else blocks.Add(block);
    }

    /// <summary>Gives a vessel its number.</summary>
    public void Number(int id, string name, PlacedValue at)
    {
        if (!vessels.TryAdd(id, name)) file.Fault(at, "is the number of another vessel");
    }

    /// <summary>Name of a vessel by its number; empty with a fault.</summary>
    public string Vessel(PlacedValue id)
    {
        if (vessels.TryGetValue(file.Whole(id, 0), out string? name)) return name;
        file.Fault(id, "is not the number of a vessel");
        return "";
    }

    /// <summary>Connects an outlet of one block with an inlet of another; <paramref name="at"/> names them.</summary>
    public void Connect(string from, string to, PlacedValue at)
    {
        if (from.Length > 0 && to.Length > 0) connections.Add((new BlockConnection(from, to), at));
    }

    /// <summary>Checks that connections lead from block to block, and that every block has the ends it needs.</summary>
    public void Check()
    {
        HashSet<string> seen = [];
        bool sound = true;
        foreach ((BlockConnection connection, PlacedValue at) in connections)
        {
            foreach (string name in new[] { connection.From, connection.To }.Where(name => !places.ContainsKey(name)))
            {
                file.Fault(at, $"names a block that is not there, {name}{Nearest.Suggestion(name, places.Keys)}");
                sound = false;
            }
            if (!seen.Add(connection.Name)) file.Fault(at, $"connects {connection.From} and {connection.To} again");
        }
        if (!sound) return;
        foreach (Block block in blocks)
        {
            int inlets = connections.Count(one => one.Connection.To == block.Name);
            int outlets = connections.Count(one => one.Connection.From == block.Name);
            if (block.WrongEnds(inlets, outlets) is { } needs)
                file.Fault(places[block.Name],
                    $"{block.Name} {needs}; it has {inlets} at its inlet and {outlets} at its outlet");
        }
    }
}
