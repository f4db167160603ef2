using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SupplierEsg.Domain.Questionnaires.Tiers;

namespace SupplierEsg.Infrastructure.Data.Mappings;

internal sealed class TierListMapping : IEntityTypeConfiguration<TierList>
{
    public void Configure(EntityTypeBuilder<TierList> list)
    {
        list.Property(l => l.Id).ValueGeneratedNever();
        list.Property(l => l.Rules).HasConversion<Converter, Comparer>();
    }

    // Read and written as a whole, and never asked for in parts.
    private sealed class Converter() : ValueConverter<IReadOnlyList<TierRule>, string>(
        rules => JsonSerializer.Serialize(rules, Json),
        text => JsonSerializer.Deserialize<List<TierRule>>(text, Json)!);

    // A change always makes another list.
    private sealed class Comparer() : ValueComparer<IReadOnlyList<TierRule>>((a, b) => ReferenceEquals(a, b), rules => rules.Count, rules => rules);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new IdJsonConverterFactory(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };
}
