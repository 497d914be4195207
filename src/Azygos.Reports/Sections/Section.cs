using Azygos.Body.Results;
using Azygos.Reports.Markup;

namespace Azygos.Reports.Sections;

/// <summary>One part of the page: an id to link to, a heading, and what it writes about a run.</summary>
/// <param name="Id">Anchor.</param>
/// <param name="Heading">Heading.</param>
/// <param name="Body">Writes the content.</param>
internal sealed record Section(string Id, string Heading, Action<HtmlWriter, SimulationResult> Body);
