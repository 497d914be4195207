using Azygos.Body.Timeline;
using Azygos.Clinic.Criteria;

namespace Azygos.Clinic.Examination;

/// <summary>What happens to a body in one posture: first nobody touches it, then the probe goes from site to
/// site.</summary>
/// <remarks>In each block the body settles for a breath, breathes quietly, holds its breath, and breathes deeply until the
/// last deep breath is over. A probe without pressure needs one block only.</remarks>
internal sealed class PosturePlan
{
    private const double Ramp = 0.5;

    private readonly ExaminationProtocol protocol;
    private readonly double breath;
    private readonly List<BodyEvent> events = [];
    private readonly Dictionary<string, double> starts = [];
    private double end;

    /// <summary>Plans.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="sites">The sites.</param>
    /// <param name="who">The operator.</param>
    /// <param name="posture">The posture.</param>
    /// <param name="breath">Length of a breath [s].</param>
    public PosturePlan(
        ExaminationProtocol protocol, IReadOnlyList<ExaminedSite> sites, Operator who, ExaminedPosture posture,
        double breath)
    {
        double pressure = who.ProbePressureIn(posture).MillimetresOfMercury;
        this.protocol = protocol;
        this.breath = breath;
        Block(null);
        if (pressure > 0)
            foreach (ExaminedSite site in sites.Where(site => site.IsPressed))
            {
                starts.Add(site.Id, end);
                Block(new ProbePressure
                {
                    At = end,
                    Vessel = site.Vessel,
                    Position = site.Position,
                    Footprint = who.Footprint.Centimetres,
                    Pressure = pressure,
                    Ramp = Ramp,
                });
            }

        events.Add(new EndOfTimeline { At = end });
        Timeline = new BodyTimeline
        {
            Events = events,
            Places = [.. sites.Select(site => new BodyPlace(site.Vessel, site.Position))],
        };
    }

    /// <summary>The timeline.</summary>
    public BodyTimeline Timeline { get; }

    /// <summary>Windows of the block in which nobody touches the body.</summary>
    public ExaminationWindows Untouched => Windows(0);

    /// <summary>Windows of the block in which the probe lies at a site; those of nobody's where it does not
    /// press.</summary>
    public ExaminationWindows At(ExaminedSite site) => Windows(starts.GetValueOrDefault(site.Id));

    private ExaminationWindows Windows(double start)
    {
        double quiet = start + breath, apnoea = quiet + protocol.Quiet, deep = apnoea + protocol.Apnoea;
        // The first deep breath begins as the hold ends; one that has begun is finished before anything else happens.
        return new(
            (quiet, apnoea), (apnoea, deep),
            (deep, deep + breath * Math.Ceiling(protocol.DeepInspirations / breath)));
    }

    private void Block(ProbePressure? probe)
    {
        ExaminationWindows windows = Windows(end);
        double over = windows.DeepInspirations.Until;
        if (probe is not null) events.Add(probe with { For = over - end - 2 * Ramp });
        events.Add(new Apnoea { At = windows.Apnoea.From, For = protocol.Apnoea });
        events.Add(new DeepBreathing { At = windows.DeepInspirations.From, For = protocol.DeepInspirations });
        end = over;
    }
}

/// <summary>When a site is looked at [s] from the start of the timeline.</summary>
internal readonly record struct ExaminationWindows(
    (double From, double Until) Quiet, (double From, double Until) Apnoea, (double From, double Until) DeepInspirations);
