import type { Role } from '@lamro/domain';

/** Who gives a command: one person's account in one province. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly profile: string;
  readonly role: Role;
  /** Null for the provincial office, whose reach is every agency of the province. */
  readonly agency: string | null;
}
