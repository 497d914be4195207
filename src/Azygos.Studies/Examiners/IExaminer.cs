using Azygos.Studies.Populations;

namespace Azygos.Studies.Examiners;

/// <summary>An examination without a simulated body: how likely a person is called positive.</summary>
/// <remarks>What the examiner expects is added afterwards, on the log odds, for every examiner alike.</remarks>
public interface IExaminer
{
    /// <summary>Probability of a positive call by somebody who expects nothing [1].</summary>
    /// <param name="person">The person.</param>
    /// <param name="hasLesion">Whether the person has the narrowing.</param>
    /// <param name="operatorScore">Normal score of who examines: the same for all people of one examiner.</param>
    double Unexpecting(Person person, bool hasLesion, double operatorScore);
}
