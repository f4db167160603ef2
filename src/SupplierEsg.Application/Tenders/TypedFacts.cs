using System.Globalization;
using SupplierEsg.Domain;
using SupplierEsg.Domain.Tenders;

namespace SupplierEsg.Application.Tenders;

/// <summary>A tender's facts as they are typed on a form.</summary>
public sealed record TypedFacts
{
    public string? Title { get; init; }

    public string? Description { get; init; }

    public string? Category { get; init; }

    public string? Currency { get; init; } = "EUR";

    public List<Item>? Items { get; init; }

    /// <summary>Day and time on the clocks of <see cref="Zone"/>.</summary>
    public DateOnly? ClosesOn { get; init; }

    public TimeOnly? ClosesAt { get; init; } = new(17, 0);

    /// <summary>IANA name.</summary>
    public string? Zone { get; init; }

    public bool OpenToAll { get; init; }

    public sealed record Item
    {
        public string? Lot { get; init; }

        public string? Name { get; init; }

        public string? Quantity { get; init; }

        public string? Unit { get; init; }

        public bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Quantity) && string.IsNullOrWhiteSpace(Lot);
    }

    public static TypedFacts Of(TenderFacts facts)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(facts.ClosesAt, DateTimeKind.Utc), ZoneOf(facts.Zone)!);
        return new()
        {
            Title = facts.Title, Description = facts.Description, Category = facts.Category, Currency = facts.Currency, Zone = facts.Zone, OpenToAll = facts.OpenToAll,
            ClosesOn = DateOnly.FromDateTime(local), ClosesAt = TimeOnly.FromDateTime(local),
            Items = [.. facts.Items.Select(item => new Item { Lot = item.Lot, Name = item.Name, Quantity = item.Quantity.ToString("0.####", CultureInfo.InvariantCulture), Unit = item.Unit })],
        };
    }

    /// <exception cref="RulesBroken">Something can't be read or can't be so; all of it is told.</exception>
    public TenderFacts ToFacts()
    {
        var figures = new TypedFigures("Facts.");
        var items = new List<TenderItem>();
        for (var i = 0; i < (Items?.Count ?? 0); i++)
        {
            if (Items![i].IsBlank)
                continue;
            var quantity = string.IsNullOrWhiteSpace(Items[i].Quantity) ? 1 : figures.Number(Items[i].Quantity, $"Items[{i}].Quantity");
            if (quantity is { } number && (number.Sign <= 0 || number > TenderItem.MaxQuantity))
                figures.Refuse(TenderRefusals.ItemQuantity(i));
            else if (string.IsNullOrWhiteSpace(Items[i].Name))
                figures.Refuse(TenderRefusals.ItemName(i));
            else
                items.Add(new((Items[i].Lot ?? "").Trim(), Items[i].Name!.Trim(), quantity?.Round(4).ToDecimal6() ?? 1, (Items[i].Unit ?? "").Trim()));
        }
        var closes = Closing(figures);
        figures.ThrowRefusals();
        var facts = new TenderFacts
        {
            Title = (Title ?? "").Trim(), Description = (Description ?? "").ReplaceLineEndings("\n").Trim(), Category = string.IsNullOrEmpty(Category) ? null : Category,
            Currency = Currency ?? "", Items = items, ClosesAt = closes, Zone = Zone!, OpenToAll = OpenToAll,
        };
        try
        {
            facts.Guard();
        }
        catch (RulesBroken broken)
        {
            throw new RulesBroken([.. broken.Refusals.Select(refusal => refusal.At($"Facts.{refusal.Member}"))]);
        }
        return facts;
    }

    private DateTime Closing(TypedFigures figures)
    {
        if (ZoneOf(Zone) is not { } zone)
            figures.Refuse(TenderRefusals.ZoneUnknown());
        else if (ClosesOn is not { } day || ClosesAt is not { } time)
            figures.Refuse(TenderRefusals.ClosingMissing());
        else if (zone.IsInvalidTime(day.ToDateTime(time)))
            figures.Refuse(TenderRefusals.ClosingSkipped());
        else
            return TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(time), zone);
        return default;
    }

    private static TimeZoneInfo? ZoneOf(string? name) => name is { Length: > 0 and < 64 } && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;
}
