using Azygos.Body.Anatomy;

namespace Azygos.Body.Calibration;

/// <summary>What a fit is asked for.</summary>
/// <source choice="defaults of the project, docs/guide/calibration.md"/>
public sealed record FitSettings
{
    /// <summary>True: begin with every knob at its value before calibration; false: where the model stands. The end
    /// must not depend on it. Default true.</summary>
    public bool FromStart { get; init; } = true;

    /// <summary>Level of detail at which the model is solved and run; its knobs are turned in the whole model.
    /// Default core.</summary>
    public AnatomicalDetail Detail { get; init; }

    /// <summary>Steady fits, each corrected by a beating run, after which the fit gives up; default 8.</summary>
    public int MostRounds { get; init; } = 8;

    /// <summary>Steps of one steady fit; default 80.</summary>
    public int MostSteps { get; init; } = 80;

    /// <summary>A round ends the fit when no correction moves by more than this share of a target's half band;
    /// default 0.05.</summary>
    public double Settled { get; init; } = 0.05;

    /// <summary>How far from its start a knob lies at a cost of 1 [ln]; default 2, a factor of seven: so weak that it
    /// only holds what no datum sees.</summary>
    public double PriorWidth { get; init; } = 2;

    /// <summary>Solves made at the same time; default 2. The result does not depend on it.</summary>
    public int Workers { get; init; } = 2;
}

/// <summary>Where a fit stands.</summary>
/// <param name="Round">Rounds of steady fit and beating run begun.</param>
/// <param name="Step">Steps of this round's steady fit.</param>
/// <param name="Misfit">Sum of squares that it makes small.</param>
/// <param name="Word">What is being done, for people.</param>
/// <source choice="what a progress line shows"/>
public readonly record struct FitProgress(int Round, int Step, double Misfit, string Word);
