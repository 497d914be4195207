System.Console.WriteLine("azygos");
