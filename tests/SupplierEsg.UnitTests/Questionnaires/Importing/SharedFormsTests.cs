using System.Diagnostics;
using SupplierEsg.Application.Questionnaires.Importing;
using SupplierEsg.Domain;
using SupplierEsg.UnitTests.Excel;

namespace SupplierEsg.UnitTests.Questionnaires.Importing;

/// <summary>Forms and odd workbooks that others made, each imported or refused for the right reason.</summary>
public sealed class SharedFormsTests
{
    [Fact]
    public void Dump()
    {
        var folder = Path.GetDirectoryName(SharedData.Find("xlsform/or_other.xlsx"))!;
        foreach (var file in Directory.GetFiles(folder).Concat(Directory.GetFiles(Path.Combine(folder, "..", "odd-workbooks"))).Order())
        {
            Console.WriteLine($"=== {Path.GetFileName(file)}");
            try
            {
                var reading = QuestionnaireImport.Read(Reading.Read(File.ReadAllBytes(file), Path.GetFileName(file)));
                foreach (var f in reading.Faults) Console.WriteLine("  FAULT " + f);
                foreach (var n in reading.Notices) Console.WriteLine("  note " + n);
                if (reading.Definition is { } d) Console.WriteLine("  OK " + Domain.Questionnaires.QuestionnaireJson.Write(d));
            }
            catch (RuleBroken r) { Console.WriteLine("  REFUSED " + r.Message); }
        }
    }
}
