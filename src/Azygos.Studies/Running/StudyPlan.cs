using Azygos.Studies.Designs;
using Azygos.Studies.Populations;

namespace Azygos.Studies.Running;

/// <summary>A study that can be run: a checked design on a population, so many times.</summary>
/// <source choice="people are numbered through all repetitions, and a shard is a range of numbers"/>
public sealed class StudyPlan
{
    /// <summary>A plan.</summary>
    /// <param name="design">A design without faults.</param>
    /// <param name="population">Where people come from.</param>
    /// <param name="repeat">How often the study is run, at least 1.</param>
    /// <exception cref="ArgumentException">The design has faults.</exception>
    public StudyPlan(StudyDesign design, Population population, int repeat)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(repeat);
        if (DesignChecks.Of(design, population.LesionShare) is [{ } fault, ..])
            throw new ArgumentException($"{fault.Key}: {fault.Message}", nameof(design));
        if (design.HasBodies && population.Bodies is null)
            throw new ArgumentException("people of this population have no bodies", nameof(population));
        (Design, Population, Repeat) = (design, population, repeat);
        Hash = design.Hash(design.HasBodies ? $"{population.Hash}|{population.Bodies!.Hash}" : population.Hash);
    }

    /// <summary>The design.</summary>
    public StudyDesign Design { get; }

    /// <summary>Where people come from.</summary>
    public Population Population { get; }

    /// <summary>How often the study is run.</summary>
    public int Repeat { get; }

    /// <summary>Hash of the design, the population, and the bodies where the design has some.</summary>
    public string Hash { get; }

    /// <summary>People of all repetitions.</summary>
    public long People => (long)Design.Size * Repeat;

    /// <summary>Share of controls with a narrowing [1].</summary>
    public double Prevalence => Design.Prevalence ?? Population.LesionShare;

    /// <summary>First person of a shard, and the one after its last.</summary>
    /// <param name="shard">Which shard, from 0.</param>
    /// <param name="shards">How many there are.</param>
    public (long From, long To) Range(int shard, int shards)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(shard);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(shard, shards);
        return (People * shard / shards, People * (shard + 1) / shards);
    }
}
