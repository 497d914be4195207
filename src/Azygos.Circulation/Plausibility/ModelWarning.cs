namespace Azygos.Circulation.Plausibility;

/// <summary>What a warning is about.</summary>
public enum WarnedPart
{
    /// <summary>The blood.</summary>
    Blood,

    /// <summary>A vessel.</summary>
    Vessel,

    /// <summary>A node.</summary>
    Node,

    /// <summary>The run: its mesh or its length.</summary>
    Run,
}

/// <summary>Which number of the part is doubted.</summary>
public enum WarnedProperty
{
    /// <summary>ρ.</summary>
    Density,

    /// <summary>μ.</summary>
    Viscosity,

    /// <summary>Length of a vessel.</summary>
    Length,

    /// <summary>A₀ of a vessel.</summary>
    ReferenceArea,

    /// <summary>K of a vessel.</summary>
    Stiffness,

    /// <summary>A prescribed flow or pressure.</summary>
    Waveform,

    /// <summary>A pressure that is one number.</summary>
    Pressure,

    /// <summary>Resistance and compliance of an end.</summary>
    TimeConstant,

    /// <summary>Cells.</summary>
    Mesh,
}

/// <summary>A doubt about a model: it runs, but what comes out may be poor.</summary>
/// <param name="Part">Kind of part.</param>
/// <param name="Id">Its name; empty for the blood.</param>
/// <param name="Property">Which of its numbers.</param>
/// <param name="Message">What is doubtful, with values, units and what would be usual.</param>
/// <source choice="what a person needs to find and mend it"/>
public sealed record ModelWarning(WarnedPart Part, string Id, WarnedProperty Property, string Message);
