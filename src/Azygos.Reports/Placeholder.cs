namespace Azygos.Reports; internal static class Placeholder;
