using System.Globalization;
using Azygos.Body.Model;

namespace Azygos.Clinic.Lesions;

/// <summary>What is wrong with a valve.</summary>
public enum ValveFault
{
    /// <summary>It closes, but not quite.</summary>
    Leaking,

    /// <summary>It stands still, part of the way open.</summary>
    Stuck,

    /// <summary>It is not there: the annulus stays open.</summary>
    Absent,

    /// <summary>It opens the wrong way.</summary>
    Reversed,
}

/// <summary>A valve that does not do its work.</summary>
/// <remarks>
/// Numbers of Mynard's valve: leaking sets the regurgitation M_rg, stuck the stenosis M_st and rates of 0, absent M_rg =
/// 1, reversed swaps the two sides. Mild, moderate and severe leaks are 5, 15 and 40 %.
/// </remarks>
/// <source doi="10.1002/cnm.1466" at="M_rg, M_st"/>
/// <source choice="grades of leaking; a stuck valve has no rates"/>
public sealed record ValveDefect : Lesion
{
    private static readonly LesionKey Target = new(
        "valve", LesionKeyKind.Valve, "id of the valve, such as ijv_left_valve (valves.csv of the model)");

    private static readonly LesionKey Defect = new("defect", LesionKeyKind.Word, "what is wrong")
    {
        Words = ["leaking", "stuck", "absent", "reversed"],
    };

    private static readonly LesionKey Leak = LesionKey.Number(
        "leak_percent", "%", 0, 100, "share of the annulus that stays open when shut; leaking only") with
    { IsOptional = true };

    private static readonly LesionKey Opening = LesionKey.Number(
        "opening_percent", "%", 1, 100, "share of the annulus that is open; stuck only") with
    { IsOptional = true };

    /// <summary>The kind.</summary>
    public static LesionKind Kind { get; } = new(
        "valve", "a valve that leaks, is stuck, is absent or opens the wrong way",
        [Target, Defect, Leak, Opening],
        values => new ValveDefect
        {
            Id = values.Id,
            Valve = values.Word(Target),
            Fault = (ValveFault)Defect.Words.ToList().IndexOf(values.Word(Defect)),
            OpenShare = (values.Optional(Leak) ?? values.Optional(Opening) ?? 0) / 100,
        })
    {
        Check = values =>
        [
            .. Belongs(values, Leak, "leaking"),
            .. Belongs(values, Opening, "stuck"),
        ],
    };

    /// <summary>Valve.</summary>
    public required string Valve { get; init; }

    /// <summary>What is wrong.</summary>
    public required ValveFault Fault { get; init; }

    /// <summary>Of a leaking valve the share of the annulus open when shut, of a stuck one that it has at all times
    /// [1].</summary>
    public double OpenShare { get; init; }

    /// <inheritdoc/>
    public override BodyModel On(BodyModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        ValveRow valve = model.Valves.FirstOrDefault(row => row.Id == Valve)
            ?? throw new ArgumentException($"{Id}: {model.Id} has no valve '{Valve}'.", nameof(model));
        if (Fault == ValveFault.Leaking && OpenShare == 0) return model;
        ValveRow changed = Fault switch
        {
            ValveFault.Leaking => valve with { Regurgitation = OpenShare },
            ValveFault.Stuck => valve with { Stenosis = OpenShare, OpeningRate = 0, ClosingRate = 0 },
            ValveFault.Absent => valve with { Regurgitation = valve.Stenosis },
            _ => valve with { From = valve.To, To = valve.From },
        };
        return model with
        {
            Valves = [.. model.Valves.Select(row => row.Id == Valve ? changed : row)],
            Marks =
            [
                .. model.Marks,
                new MarkRow
                {
                    Id = Id,
                    Kind = "valve",
                    Text = $"{valve.Name}: {Says}",
                    Vessel = model.Vessels.FirstOrDefault(row => row.To == valve.From)?.Id ?? "",
                    From = 1,
                    To = 1,
                    Valve = Valve,
                },
            ],
        };
    }

    private string Says => Fault switch
    {
        ValveFault.Leaking => string.Create(
            CultureInfo.InvariantCulture, $"leaks through {100 * OpenShare:0.##} % of its annulus when shut"),
        ValveFault.Stuck => string.Create(
            CultureInfo.InvariantCulture, $"stuck with {100 * OpenShare:0.##} % of its annulus open"),
        ValveFault.Absent => "absent",
        _ => "opens the wrong way",
    };

    private static IEnumerable<(string, string)> Belongs(LesionValues values, LesionKey key, string defect)
    {
        bool isThat = values.Word(Defect) == defect;
        if (isThat && !values.Has(key.Name)) yield return (key.Name, $"is needed: how far open a {defect} valve is");
        if (!isThat && values.Has(key.Name)) yield return (key.Name, $"belongs to a {defect} valve");
    }
}
