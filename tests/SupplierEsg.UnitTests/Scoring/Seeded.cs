using CsCheck;

namespace SupplierEsg.UnitTests.Scoring;

/// <summary>Runs a property on the same values every time: a failure in one run is a failure in all.</summary>
internal static class Seeded
{
    public static void Hold<T>(this Gen<T> gen, uint seed, int times, Action<T> property)
    {
        var random = new PCG(seed, seed);
        for (var i = 0; i < times; i++)
        {
            var value = gen.Generate(random, null, out _);
            try
            {
                property(value);
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Value {i} of seed {seed} fails: {value}", failure);
            }
        }
    }

    public static void Hold<T>(this Gen<T> gen, uint seed, int times, Func<T, bool> property) =>
        gen.Hold(seed, times, value => property(value).ShouldBeTrue());
}
