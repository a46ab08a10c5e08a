import type { ChainProof } from '@lamro/backup';
import { verifyChain } from '@lamro/casework';
import { listProfileIds, type Queryable } from '@lamro/database';

/** What the chains of every province come to, in the order of their ids. */
export async function proveChains(db: Queryable): Promise<readonly ChainProof[]> {
  const proofs: ChainProof[] = [];
  for (const id of await listProfileIds(db)) {
    const { profile, ok, cases, events, roots } = await verifyChain(db, id);
    proofs.push({ profile, ok, cases, events, roots });
  }
  return proofs;
}
