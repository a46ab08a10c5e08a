/** Schema.org data of a page, read without trusting its shape. */

export type LinkedObject = Readonly<Record<string, unknown>>;

const ARTICLE_TYPES =
  /^(?:news|analysisnews|asknews|backgroundnews|opinionnews|reportagenews|reviewnews|blog|tech|scholarly|satirical|advertisercontent|medical(?:scholarly)?)?article$|^(?:blogposting|liveblogposting|socialmediaposting|report|review|newsarticle|discussionforumposting|recipe)$/i;
const MOST_OBJECTS = 500;

/** Parses one script's text; broken escapes and raw line breaks, which strict readers reject, are mended once. */
export function parseLinkedData(text: string): LinkedObject[] {
  const start = text.search(/[[{]/);
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
  if (start < 0 || end < start) return [];
  const json = text.slice(start, end + 1);
  const value = parse(json) ?? parse(json.replace(/[\u0000-\u001f]+/g, ' ').replace(/,\s{0,100}([}\]])/g, '$1'));
  return value === null ? [] : flatten(value);
}

/** The object that describes the article: of an article type, the one with a headline or body first. */
export function findArticle(objects: readonly LinkedObject[]): LinkedObject | null {
  const articles = objects.filter((each) => typesOf(each).some((type) => ARTICLE_TYPES.test(type)));
  return (
    articles.find((each) => textOf(each['articleBody']) !== '') ??
    articles.find((each) => textOf(each['headline']) !== '') ??
    articles[0] ??
    null
  );
}

export function findByType(objects: readonly LinkedObject[], type: RegExp): LinkedObject | null {
  return objects.find((each) => typesOf(each).some((name) => type.test(name))) ?? null;
}

export function typesOf(object: LinkedObject): string[] {
  return listOf(object['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/#:]/, ''));
}

/** A string value, the first of several, or an object's `@value`. */
export function textOf(value: unknown): string {
  const [first] = listOf(value);
  if (typeof first === 'string') return first;
  if (typeof first === 'number') return String(first);
  const object = asObject(first);
  return object === null ? '' : textOf(object['@value']);
}

/** Names of persons or organisations given as text, objects or lists of either; references are looked up. */
export function namesOf(value: unknown, objects: readonly LinkedObject[]): string[] {
  return listOf(value).flatMap((each) => {
    if (typeof each === 'string') return [each];
    const object = asObject(each);
    if (object === null) return [];
    const names = listOf(object['name']).filter((name) => typeof name === 'string');
    if (names.length > 0) return names;
    const target = objects.find(
      (other) => other['@id'] !== undefined && other['@id'] === object['@id'] && other !== object,
    );
    return target === undefined ? [] : listOf(target['name']).filter((name) => typeof name === 'string');
  });
}

/** Address of an image given as text, object or list. */
export function imageOf(value: unknown): string {
  const [first] = listOf(value);
  if (typeof first === 'string') return first;
  const object = asObject(first);
  return object === null ? '' : textOf(object['url']) || textOf(object['contentUrl']);
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

function asObject(value: unknown): LinkedObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** All objects in reading order, those inside `@graph` and inside other objects included. */
function flatten(value: unknown): LinkedObject[] {
  const found: LinkedObject[] = [];
  const queue: unknown[] = [value];
  for (let at = 0; at < queue.length && found.length < MOST_OBJECTS; at++) {
    const each = queue[at];
    if (Array.isArray(each)) queue.push(...each.slice(0, MOST_OBJECTS));
    else {
      const object = asObject(each);
      if (object === null) continue;
      if (object['@type'] !== undefined || object['@id'] !== undefined) found.push(object);
      for (const [name, inner] of Object.entries(object)) {
        // What an article is part of, mentions or recommends is not the article.
        if (
          typeof inner === 'object' &&
          inner !== null &&
          !/^(?:isPartOf|mentions|hasPart|about|itemReviewed|comment|relatedLink)$/.test(name)
        )
          queue.push(inner);
      }
    }
  }
  return found;
}
