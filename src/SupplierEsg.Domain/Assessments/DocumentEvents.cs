using SupplierEsg.Domain.Journal;

namespace SupplierEsg.Domain.Assessments;

public abstract record DocumentEvent(EvidenceId Document) : DomainEvent($"document/{Document}");

/// <summary>A file came into a supplier's library, or came back.</summary>
public sealed record DocumentAdded(EvidenceId Document, SupplierId Supplier, string FileName, string Sha256) : DocumentEvent(Document);

public sealed record DocumentDescribed(EvidenceId Document, SupplierId Supplier, DocumentDescription Description) : DocumentEvent(Document);

public sealed record DocumentRemoved(EvidenceId Document, SupplierId Supplier, string FileName, string Sha256) : DocumentEvent(Document);
