/** Processes that connect to the ledger with a role of their own. */
export const SERVICES = ['crawler', 'classifier', 'dispatcher', 'api'] as const;
export type Service = (typeof SERVICES)[number];

/** What a role may do to one table. */
export type Right = 'select' | 'insert' | 'update' | 'delete';

export interface ServiceRights {
  /** Rights on every table of the ledger but those named in `except`; none where absent. */
  readonly everywhere?: {
    readonly rights: readonly Right[];
    readonly except: Readonly<Record<string, readonly Right[]>>;
  };
  /** Rights on tables by name; one in schema `identity` is written with it. */
  readonly on: Readonly<Record<string, readonly Right[]>>;
  /** Columns that may be read of tables which are otherwise closed. */
  readonly columns?: Readonly<Record<string, readonly string[]>>;
  /** Every right on every table of schema `identity`. */
  readonly identity?: true;
}

const READ: readonly Right[] = ['select'];
const ADD: readonly Right[] = ['select', 'insert'];
const KEEP: readonly Right[] = ['select', 'insert', 'update'];
const CHANGE: readonly Right[] = ['select', 'update'];

/** Written once, whoever connects; the triggers of migration 0005 hold the owner to it too. */
const WRITTEN_ONCE: Readonly<Record<string, readonly Right[]>> = {
  case_events: ['update'],
  audit_entries: ['update'],
  event_roots: ['update'],
  migrations: ['insert', 'update'],
  // How long things are kept is decided by the owner of the database.
  retention_policies: ['insert', 'update'],
};

/** What the clock has no business writing: what was read, judged and decided. */
const NOT_THE_CLOCKS: Readonly<Record<string, readonly Right[]>> = Object.fromEntries(
  ['articles', 'article_versions', 'judgements', 'claims', 'signals', 'reviews', 'webhooks', 'official_records'].map(
    (table) => [table, ['insert', 'update']],
  ),
);

/**
 * What each service's statements touch, and no more. test/security/privileges.test.ts compares this with the queries that each
 * service imports, and runs each under its role.
 */
export const SERVICE_RIGHTS: Readonly<Record<Service, ServiceRights>> = {
  crawler: {
    on: {
      profiles: READ,
      sources: CHANGE,
      outlets: KEEP,
      // Two addresses that turn out to be one article: the empty one goes.
      articles: [...KEEP, 'delete'],
      article_addresses: KEEP,
      article_versions: ADD,
      lead_pictures: ADD,
      fetches: KEEP,
      host_turns: KEEP,
      robots_files: KEEP,
      official_records: KEEP,
      outlet_checks: CHANGE,
      intake_texts: ADD,
      intake_reports: CHANGE,
    },
  },
  classifier: {
    on: {
      profiles: READ,
      outlets: READ,
      articles: READ,
      official_records: READ,
      article_versions: CHANGE,
      judgements: KEEP,
      // Judged anew, a version gets the claims and signals that are found now; the former stand in its revision.
      claims: [...ADD, 'delete'],
      signals: [...ADD, 'delete'],
      flags: KEEP,
      judgement_revisions: CHANGE,
      reviews: READ,
      case_flags: READ,
      stories: KEEP,
      story_members: ADD,
      story_features: KEEP,
      translations: ADD,
      items: KEEP,
      lead_pictures: READ,
      item_places: [...KEEP, 'delete'],
      flag_weights: READ,
      flag_weight_choices: READ,
    },
  },
  dispatcher: {
    everywhere: { rights: KEEP, except: { ...WRITTEN_ONCE, ...NOT_THE_CLOCKS } },
    on: {},
    columns: { 'identity."user"': ['id', 'name', 'email', 'role', 'profile', 'agency', 'disabledAt'] },
  },
  api: {
    everywhere: { rights: KEEP, except: WRITTEN_ONCE },
    on: { saved_filters: ['delete'], article_reads: ['delete'], idempotent_commands: ['delete'] },
    identity: true,
  },
};

/** Name of a service's role in the database. */
export function roleOf(service: Service): string {
  return `lamro_${service}`;
}
