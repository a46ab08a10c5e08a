import type { Actor } from '@lamro/access';

/** Who stands behind an event: a person in a role, or a service of the installation. */
export interface Author {
  readonly id: string;
  readonly role: string;
  readonly agency: string | null;
}

export function authorOf(actor: Actor): Author {
  return { id: actor.id, role: actor.role, agency: actor.agency };
}

/** A service that reports what it found; it decides nothing. */
export function serviceAuthor(name: 'dispatcher' | 'crawler' | 'classifier'): Author {
  return { id: `service:${name}`, role: 'service', agency: null };
}
