using System.Runtime.CompilerServices;
using Azygos.Numerics;

namespace Azygos.Circulation.Assembly;

/// <summary>Vessel cells of one wall law: a flow state between two half volumes. Values are found in lanes, side by
/// side; slopes cell by cell.</summary>
internal sealed class CellGroup<TLaw>(int parametersPerElement) : ElementGroup(parametersPerElement), ICellGroup
    where TLaw : struct, ICellLaw
{
    // What the law sees of each cell and what it gives; shape [stride].
    private double[] drop = [], upstream = [], downstream = [], flow = [], column = [];
    private double[] upstreamRatio = [], downstreamRatio = [];
    private double[] upstreamSeen = [], downstreamSeen = [];   // transmural pressures to which the ratios belong
    private double[] upstreamVolume = [], downstreamVolume = [], flowRate = [];

    // A₀ is parameter 3 of every cell law.
    private const int ReferenceArea = 3;

    public double AreaOf(int element) =>
        0.5 * ParameterTable[ReferenceArea * Stride + element] * (upstreamRatio[element] + downstreamRatio[element]);

    public double VolumeOf(int element) => upstreamVolume[element] + downstreamVolume[element];

    public override bool IsBrisk => false;

    // Elastic pressures, external, flow: the variables of the law. Then the pressures that drive the flow, in which it
    // is linear.
    protected override int Block => 6;

    private const int DrivingUp = 4, DrivingDown = 5;

    public override void Columns(in ElementSlots element, Span<int> columns)
    {
        columns[0] = element.ElasticUp;
        columns[1] = element.ElasticDown;
        columns[2] = element.External;
        columns[3] = element.State;
        columns[DrivingUp] = element.Up;
        columns[DrivingDown] = element.Down;
    }

    protected override bool Couples(int blockRow, int blockColumn) => blockRow switch
    {
        2 => blockColumn <= 2,   // what both halves displace
        3 => true,
        DrivingUp => blockColumn is 0 or 2 or 3,   // its half volume, and the flow
        DrivingDown => blockColumn is 1 or 2 or 3,
        _ => false,
    };

    public override IEnumerable<int> ContentRows() =>
        Slots.SelectMany(s => new[] { s.Up, s.Down, s.External, s.State }).Where(r => r >= 0);

    public override void Evaluate(Evaluation evaluation)
    {
        FindAreas(evaluation);
        for (int e = 0; e < Stride; e += Lanes.Count)
            FindVolumes(e);
        double[] content = evaluation.Content, rate = evaluation.Rate;
        for (int e = 0; e < Slots.Length; e++)
        {
            int up = Up[e], down = Down[e], state = State[e];
            double q = flow[e];
            content[up] += upstreamVolume[e];
            content[down] += downstreamVolume[e];
            content[External[e]] -= upstreamVolume[e] + downstreamVolume[e];
            content[state] += q;
            rate[up] -= q;
            rate[down] += q;
            rate[state] += flowRate[e];
        }
    }

    public override void EvaluateWithSlopes(Evaluation evaluation)
    {
        FindAreas(evaluation);
        for (int e = 0; e < Slots.Length; e++)
        {
            ref readonly ElementSlots s = ref Slots[e];
            Dual q = Dual.Variable(flow[e], 3), outside = Dual.Variable(0, 2);
            Dual up = Dual.Variable(upstream[e], 0) - outside, down = Dual.Variable(downstream[e], 1) - outside;
            CellOutput<Dual> cell = TLaw.Cell(
                new LawInput<Dual>(Dual.From(drop[e]), up, down, q, Dual.From(column[e])),
                Lift(upstreamRatio[e], up, e), Lift(downstreamRatio[e], down, e), Row<Dual>(e));
            evaluation.Content[s.Up] += cell.UpstreamVolume.Value;
            evaluation.Content[s.Down] += cell.DownstreamVolume.Value;
            evaluation.Content[s.State] += q.Value;
            evaluation.Rate[s.Up] -= q.Value;
            evaluation.Rate[s.Down] += q.Value;
            evaluation.Rate[s.State] += cell.FlowRate.Value;
            AddSlopes(evaluation, e, DrivingUp, cell.UpstreamVolume, 1);
            AddSlopes(evaluation, e, DrivingDown, cell.DownstreamVolume, 1);
            if (s.External >= 0)
            {
                Dual displaced = cell.UpstreamVolume + cell.DownstreamVolume;
                evaluation.Content[s.External] -= displaced.Value;
                AddSlopes(evaluation, e, 2, displaced, -1);
            }

            double weight = Weight(evaluation, s.State);
            AddSlope(evaluation, e, 3, 3, 1);
            AddSlope(evaluation, e, DrivingUp, 3, Weight(evaluation, s.Up));
            AddSlope(evaluation, e, DrivingDown, 3, -Weight(evaluation, s.Down));
            AddSlopes(evaluation, e, 3, cell.FlowRate, -weight);
            AddSlope(evaluation, e, 3, DrivingUp, -weight * cell.Mobility.Value);
            AddSlope(evaluation, e, 3, DrivingDown, weight * cell.Mobility.Value);
        }
    }

    // dα/dp = 1/y′(α): the inverse's slope needs no second inversion.
    private Dual Lift(double ratio, Dual transmural, int e)
    {
        double slope = TLaw.PressureSlope(new Real(ratio), Row<Real>(e)).Value;
        return new Dual(ratio, transmural.Slopes / slope);
    }

    private void FindAreas(Evaluation evaluation)
    {
        if (drop.Length != Stride) Allocate();
        double[] value = evaluation.Value;
        Lanes perHeight = Lanes.From(evaluation.Column);
        for (int e = 0; e < drop.Length; e += Lanes.Count)
        {
            Lanes outside = Lanes.Gather(value, External, e), height = Lanes.At(HeightUp, e);
            Lanes above = Lanes.At(ExternalUp, e), aboveEnd = Lanes.At(ExternalDown, e);
            (Lanes.Gather(value, Up, e) - Lanes.Gather(value, Down, e) + perHeight * height).Store(drop, e);
            (Lanes.Gather(value, ElasticUp, e) - outside - perHeight * above).Store(upstream, e);
            (Lanes.Gather(value, ElasticDown, e) - outside - perHeight * aboveEnd).Store(downstream, e);
            Lanes.Gather(value, State, e).Store(flow, e);
            (perHeight * (height + above - aboveEnd)).Store(column, e);
        }

        for (int e = 0; e < drop.Length; e += Lanes.Count)
        {
            FindAreas(e, upstream, upstreamSeen, upstreamRatio);
            FindAreas(e, downstream, downstreamSeen, downstreamRatio);
        }
    }

    // One law a method: the compiler inlines a law's operations only as long as the method they end up in stays small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FindAreas(int e, double[] transmural, double[] seen, double[] ratio)
    {
        // From the last one, which is near; where the pressure is what it was, so is the ratio, to the bit.
        Lanes y = Lanes.At(transmural, e), last = Lanes.At(seen, e), guess = Lanes.At(ratio, e);
        Lanes isSame = Lanes.Equal(y, last);
        if (Lanes.All(isSame)) return;
        Lanes.Select(isSame, guess, TLaw.AreaRatioNear(y, guess, Row<Lanes>(e))).Store(ratio, e);
        y.Store(seen, e);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void FindVolumes(int e)
    {
        CellOutput<Lanes> cell = TLaw.Cell(
            new LawInput<Lanes>(
                Lanes.At(drop, e), Lanes.At(upstream, e), Lanes.At(downstream, e),
                Lanes.At(flow, e), Lanes.At(column, e)),
            Lanes.At(upstreamRatio, e), Lanes.At(downstreamRatio, e), Row<Lanes>(e));
        cell.UpstreamVolume.Store(upstreamVolume, e);
        cell.DownstreamVolume.Store(downstreamVolume, e);
        cell.FlowRate.Store(flowRate, e);
    }

    private void Allocate()
    {
        (drop, upstream, downstream) = (new double[Stride], new double[Stride], new double[Stride]);
        (flow, column) = (new double[Stride], new double[Stride]);
        (upstreamRatio, downstreamRatio) = (new double[Stride], new double[Stride]);
        (upstreamSeen, downstreamSeen) = (new double[Stride], new double[Stride]);
        Array.Fill(upstreamSeen, double.NaN);   // none yet
        Array.Fill(downstreamSeen, double.NaN);
        Array.Fill(upstreamRatio, 1);
        Array.Fill(downstreamRatio, 1);
        (upstreamVolume, downstreamVolume, flowRate) = (new double[Stride], new double[Stride], new double[Stride]);
    }
}
