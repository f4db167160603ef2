namespace SupplierEsg.Domain.Accounts;

/// <summary>What a person is here. A person of the buyer's may have several; a supplier's person has only <see cref="Supplier"/>.</summary>
public enum Role
{
    Administrator,
    Officer,
    Reviewer,
    Evaluator,
    Manager,
    Auditor,
    Supplier,
}
