namespace Azygos.Body.Live;

/// <summary>What a live body gives for one stretch of its time: every vessel at the end of it, and the samples of the
/// sites since the frame before.</summary>
/// <source choice="units of the result format; vessels are read in their middle, as they are drawn"/>
public sealed record LiveFrame
{
    /// <summary>Time of the body at the end of the stretch [s].</summary>
    public required double Time { get; init; }

    /// <summary>Pressure in the middle of each vessel [mmHg]; shape [vessels], in the order of
    /// <see cref="LiveBody.Vessels"/>. An occluded vessel has 0 everywhere.</summary>
    public required double[] Pressure { get; init; }

    /// <summary>Flow [mL/min], positive from the vessel's first node; shape [vessels].</summary>
    public required double[] Flow { get; init; }

    /// <summary>Area-mean velocity [cm/s]; shape [vessels].</summary>
    public required double[] Velocity { get; init; }

    /// <summary>Lumen area over that at rest [1]; shape [vessels].</summary>
    public required double[] AreaRatio { get; init; }

    /// <summary>Share of the samples of the stretch in which blood ran back faster than the dead band [1]; shape
    /// [vessels].</summary>
    public required double[] Reflux { get; init; }

    /// <summary>Oxygen saturation [%] that the mean flows of the last whole breath would bring about if they stayed; 0 where no
    /// blood from the lungs passes; shape [vessels]. Null where the model does not say what its beds consume, before the
    /// first breath is over, or where its flows could not be balanced.</summary>
    public double[]? Saturation { get; init; }

    /// <summary>Times of the samples [s]; shape [samples].</summary>
    public required double[] Times { get; init; }

    /// <summary>Samples of the sites, in the order of <see cref="LiveBody.Sites"/>.</summary>
    public required IReadOnlyList<LiveSite> Sites { get; init; }

    /// <summary>Controls as the body has them now, eased, by id: those of <see cref="LiveBody.Controls"/>.</summary>
    public required IReadOnlyDictionary<string, double> Controls { get; init; }
}

/// <summary>Samples of a site.</summary>
/// <param name="Site">Id of the site.</param>
/// <param name="Pressure">[mmHg]; shape [samples].</param>
/// <param name="Flow">[mL/min]; null at a site without a vessel.</param>
/// <param name="Area">[cm²]; null at a site without a vessel.</param>
/// <param name="Velocity">[cm/s]; null at a site without a vessel.</param>
/// <source choice="quantities of the result format"/>
public sealed record LiveSite(string Site, double[] Pressure, double[]? Flow, double[]? Area, double[]? Velocity);

/// <summary>Why and where a live body stopped.</summary>
/// <param name="Reason">For people.</param>
/// <param name="Place">Node, vessel or element; empty where it has none.</param>
/// <param name="Time">Time of the last good state [s].</param>
/// <source choice="error policy of this project: a run stops with where and why"/>
public sealed record LiveStop(string Reason, string Place, double Time);
