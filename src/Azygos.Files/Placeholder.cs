namespace Azygos.Files; internal static class Placeholder;
