using Azygos.Clinic.Criteria;

namespace Azygos.Clinic.Examination;

/// <summary>What is done to a person at each site, lying and sitting, and by which rules it is judged.</summary>
/// <source ref="PMC3061048" at="table 2: both postures, apnoea after a normal expiration, deep inspirations"/>
/// <source choice="10 s of quiet breathing is the least the rules ask for; apnoea of 6 s and two deep breaths at each
/// site are chosen: more of them tell no more and cost time"/>
public sealed record ExaminationProtocol
{
    /// <summary>The rules.</summary>
    public required CriteriaRules Rules { get; init; }

    /// <summary>Quiet breathing [s].</summary>
    public double Quiet { get; init; } = 10;

    /// <summary>Apnoea after expiration [s], the breath under way included.</summary>
    public double Apnoea { get; init; } = 6;

    /// <summary>Time in which deep inspirations begin [s].</summary>
    public double DeepInspirations { get; init; } = 8;

    /// <summary>Time from one sample to the next [s]: 5 ms at most by the rules; it is the step of the run as well.</summary>
    public double SampleInterval { get; init; } = 0.0035;

    /// <summary>Name: that of the rules.</summary>
    public string Name => Rules.Version;

    /// <summary>The protocol of 2009.</summary>
    public static ExaminationProtocol Zamboni2009 { get; } = new() { Rules = CriteriaRules.Zamboni2009 };

    /// <summary>The protocol of 2011.</summary>
    public static ExaminationProtocol Isnvd2011 { get; } = new() { Rules = CriteriaRules.Isnvd2011 };

    /// <summary>All protocols.</summary>
    public static IReadOnlyList<ExaminationProtocol> All { get; } = [Zamboni2009, Isnvd2011];
}
