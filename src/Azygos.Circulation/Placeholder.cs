namespace Azygos.Circulation; internal static class Placeholder;
