using Azygos.Body.Model;

namespace Azygos.Body.Results;

/// <summary>What a run gave at a place that was changed.</summary>
/// <remarks>The drop is from the vessel's first side to its other one, less the column of blood between them, positive
/// where blood that runs as drawn loses pressure; in a lumped vessel the friction of the cell belongs to it.</remarks>
/// <param name="Mark">The place.</param>
/// <param name="Flow">Flow [mL/min]; null where nothing is left that could carry any.</param>
/// <param name="Before">Pressure before it [mmHg]; null where there is none.</param>
/// <param name="Behind">Pressure behind it [mmHg].</param>
/// <param name="Drop">Mean drop [mmHg].</param>
/// <source choice="what a catheter and a flow probe would read on either side"/>
public sealed record MarkResult(MarkRow Mark, Summary? Flow, Summary? Before, Summary? Behind, double? Drop);
