using Azygos.Circulation.Assembly;
using Azygos.Circulation.Stepping;

namespace Azygos.Circulation.Running;

/// <summary>Moves the end of a period of a lumped network toward its periodic state, without marching through slow time
/// constants.</summary>
/// <source choice="the response of the mean-flow network; docs/decisions/0006"/>
internal sealed class MeanFlowCorrection
{
    private readonly MeanFlowResponse response;
    private readonly int[] beatingRow;      // row of the beating network for each row of the mean-flow one,
                                            // −1 if it has none

    public MeanFlowCorrection(LumpedSystem beating, SteadyFlow steady)
    {
        response = new MeanFlowResponse(steady);
        var rows = new Dictionary<(string, UnknownKind), int>();
        for (int i = 0; i < beating.Unknowns.Length; i++)
            rows[(beating.Unknowns[i].Name, beating.Unknowns[i].Kind)] = i;
        beatingRow = [.. response.Network.Unknowns.Select((u, i) =>
            response.IsSlow(i) && rows.TryGetValue((u.Name, u.Kind), out int row) ? row : -1)];
    }

    /// <summary>Moves the end of a period toward the periodic state.</summary>
    /// <param name="begin">State at the period's start.</param>
    /// <param name="end">State at its end; corrected.</param>
    /// <param name="period">T [s].</param>
    /// <param name="distance">How far the period's end is from its start, in the run's norm: the judge of the
    /// correction before this one.</param>
    /// <returns>False when the network's response cannot be found.</returns>
    public bool Apply(LumpedState begin, LumpedState end, double period, double distance)
    {
        for (int i = 0; i < beatingRow.Length; i++)
            response.Gain[i] = beatingRow[i] is >= 0 and int row ? end.Content[row] - begin.Content[row] : 0;
        if (!response.Find(period, IsClosed(begin, end), distance)) return false;
        for (int i = 0; i < beatingRow.Length; i++)
        {
            if (beatingRow[i] is not (>= 0 and int row)) continue;
            end.Content[row] += response.Relaxation * response.Contents[i];
            end.Value[row] += response.Relaxation * response.Values[i];
        }

        return true;
    }

    // Nothing entered or left during the period, to the last bit.
    private static bool IsClosed(LumpedState begin, LumpedState end)
    {
        for (int k = end.Value.Length; k < end.Content.Length; k++)
            if (end.Content[k] != begin.Content[k]) return false;
        return true;
    }
}
