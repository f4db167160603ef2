using System.Linq.Expressions;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Suppliers;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Infrastructure.Data;

/// <summary>What holds for every table, so that no mapping repeats it.</summary>
internal static class ModelConventions
{
    public static void Configure(ModelConfigurationBuilder configuration)
    {
        foreach (var id in IdTypes)
            configuration.Properties(id).HaveConversion(typeof(IdConverter<>).MakeGenericType(id));
        configuration.Properties<DateTime>().HaveConversion<UtcConverter>().HavePrecision(3);
        configuration.Properties<decimal>().HavePrecision(18, 6);
        configuration.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configuration.Properties<LocalText>().HaveConversion<LocalTextConverter, LocalTextComparer>();
    }

    public static void Apply(ModelBuilder builder, AppDb db)
    {
        FilterTenders(builder, db);
        foreach (var entity in builder.Model.GetEntityTypes().ToList())
        {
            if (typeof(Aggregate).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).Ignore(nameof(Aggregate.Events));
                builder.Entity(entity.ClrType).Property(nameof(Aggregate.Version)).IsConcurrencyToken();
            }
            if (typeof(IOwnedBySupplier).IsAssignableFrom(entity.ClrType) && !entity.IsOwned())
                builder.Entity(entity.ClrType).HasQueryFilter(OnlyOwnSupplier(entity.ClrType, db));
            // One aggregate never takes another with it, and SQL Server refuses several cascading paths to one table.
            foreach (var key in entity.GetForeignKeys().Where(key => !key.IsOwnership && typeof(Aggregate).IsAssignableFrom(key.PrincipalEntityType.ClrType) && key.PrincipalToDependent is null))
                key.DeleteBehavior = DeleteBehavior.Restrict;
        }
    }

    /// <summary>What of a tender a supplier sees besides its own: what is published to it, and what was answered to all.</summary>
    private static void FilterTenders(ModelBuilder builder, AppDb db)
    {
        builder.Entity<Tender>().HasQueryFilter(tender => db.SeesAllSuppliers
            || (tender.State != TenderState.Draft && (tender.OpenToAll || db.TenderInvitations.Any(invitation => invitation.TenderId == tender.Id && invitation.SupplierId == db.OwnSupplier))));
        builder.Entity<TenderEdition>().HasQueryFilter(edition => db.SeesAllSuppliers || db.Tenders.Any(tender => tender.Id == edition.TenderId));
        builder.Entity<TenderInvitation>().HasQueryFilter(invitation => db.SeesAllSuppliers || invitation.SupplierId == db.OwnSupplier);
        builder.Entity<TenderQuestion>().HasQueryFilter(question => db.SeesAllSuppliers
            || question.AskedBy == db.OwnSupplier || (question.Answer != null && db.Tenders.Any(tender => tender.Id == question.TenderId)));
        builder.Entity<BidMark>().HasQueryFilter(_ => db.SeesAllSuppliers);
        builder.Entity<ModeratedMark>().HasQueryFilter(_ => db.SeesAllSuppliers);
        builder.Entity<StoredEvaluation>().HasQueryFilter(_ => db.SeesAllSuppliers);
    }

    private static IEnumerable<Type> IdTypes =>
        typeof(SupplierId).Assembly.GetTypes().Where(type => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>)));

    /// <summary><c>x => db.SeesAllSuppliers || x.SupplierId == db.OwnSupplier</c>: the one rule of who sees whose things.</summary>
    private static LambdaExpression OnlyOwnSupplier(Type entity, AppDb db)
    {
        var row = Expression.Parameter(entity, "row");
        var context = Expression.Constant(db, typeof(AppDb));
        var owner = entity == typeof(Supplier) ? nameof(Supplier.Id) : nameof(IOwnedBySupplier.SupplierId);
        var body = Expression.OrElse(
            Expression.Property(context, nameof(AppDb.SeesAllSuppliers)),
            Expression.Equal(Expression.Property(row, owner), Expression.Property(context, nameof(AppDb.OwnSupplier))));
        return Expression.Lambda(body, row);
    }

    private sealed class IdConverter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
        where TId : struct, IId<TId>
    {
        // An expression tree can't hold the static call of an interface itself.
        private static TId Make(Guid value) => TId.From(value);
    }

    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(time => time, stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));

    private sealed class LocalTextConverter() : ValueConverter<LocalText, string>(
        text => JsonSerializer.Serialize(text.All, JsonSerializerOptions.Web),
        json => new LocalText(JsonSerializer.Deserialize<Dictionary<string, string>>(json, JsonSerializerOptions.Web)!));

    private sealed class LocalTextComparer() : ValueComparer<LocalText>((a, b) => object.Equals(a, b), text => text.GetHashCode(), text => text);
}

/// <summary>Names of questions or codes of themes, which hold no blanks, as one text.</summary>
internal sealed class NameListConverter() : ValueConverter<IReadOnlyList<string>, string>(
    names => string.Join(' ', names),
    text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries));

internal sealed class NameListComparer() : ValueComparer<IReadOnlyList<string>>((a, b) => a!.SequenceEqual(b!), names => string.Join(' ', names).GetHashCode(StringComparison.Ordinal), names => names);

/// <summary>Ids travel as plain strings in JSON.</summary>
public sealed class IdJsonConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type type) => type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    public override JsonConverter CreateConverter(Type type, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(IdJsonConverter<>).MakeGenericType(type))!;

    private sealed class IdJsonConverter<TId> : JsonConverter<TId>
        where TId : struct, IId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => TId.From(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
