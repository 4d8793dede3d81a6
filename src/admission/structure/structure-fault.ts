import type { PatchOperation } from '../../facts';

/** What the API server's schema says against one place of a manifest. */
export interface StructureFault {
  readonly kind:
    | 'api-version-not-served'
    | 'field-unknown'
    | 'field-newer-than-cluster'
    | 'field-possibly-newer-than-cluster'
    | 'field-required'
    | 'field-type-wrong'
    | 'field-value-not-allowed'
    | 'field-pattern-mismatch'
    | 'field-out-of-bounds'
    | 'list-entry-repeated';
  readonly path: string;
  readonly value?: unknown;
  readonly message: string;
  readonly remedy: string;
  /** The change that does it, and whether it is what was meant in any case. */
  readonly fix?: { readonly operations: readonly PatchOperation[]; readonly safe: boolean };
}
