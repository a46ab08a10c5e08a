import type { Queryable } from '../../connection/connection.ts';

export interface IntakeText {
  readonly articleId: string;
  readonly profile: string;
  readonly title: string;
  readonly body: string;
  readonly publishedAsPrinted: string | null;
}

/** Keeps a text that was handed in until the crawler stores it as a version. */
export async function insertIntakeText(db: Queryable, text: IntakeText): Promise<void> {
  await db.query(
    `insert into intake_texts (article_id, profile, title, body, published_as_printed) values ($1, $2, $3, $4, $5)
     on conflict (article_id) do nothing`,
    [text.articleId, text.profile, text.title, text.body, text.publishedAsPrinted],
  );
}

/** The text that was handed in for an article, or null where its page is to be fetched. */
export async function findIntakeText(db: Queryable, articleId: string): Promise<IntakeText | null> {
  const { rows } = await db.query<IntakeText>(
    `select article_id as "articleId", profile, title, body, published_as_printed as "publishedAsPrinted"
     from intake_texts where article_id = $1`,
    [articleId],
  );
  return rows[0] ?? null;
}
