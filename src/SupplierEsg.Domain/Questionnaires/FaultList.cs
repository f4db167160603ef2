namespace SupplierEsg.Domain.Questionnaires;

/// <summary>Gathers faults, and stops gathering where more of them would help nobody.</summary>
internal sealed class FaultList
{
    public const int Most = 1_000;

    private readonly List<Fault> faults = [];

    public IReadOnlyList<Fault> All => faults;

    public int Count => faults.Count;

    public void Add(string path, string template, params IReadOnlyList<object> args) => Add(new Fault(path, template, args));

    public void Add(FaultPlace place, string template, params IReadOnlyList<object> args) => Add(Fault.At(place, template, args));

    public void Add(Fault fault)
    {
        if (faults.Count < Most)
            faults.Add(fault);
    }
}
