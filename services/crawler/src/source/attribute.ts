import { attributeOutlet, type DiscoveredItem, type Queryable, type SourceRow } from '@lamro/database';
import { countryOfOutlet, type Origin } from '@lamro/domain';
import { detectLanguage, type ListedItem, type ListedOutlet } from '@lamro/press';

/** Gives every listed item its outlet: the source's own, or for a search the one that printed it. */
export async function attributeItems(
  db: Queryable,
  source: SourceRow,
  items: readonly ListedItem[],
): Promise<DiscoveredItem[]> {
  const own = { outletId: source.outlet_id, origin: originOf(source.country) };
  const known = new Map<string, { outletId: string; origin: Origin }>();
  const attributed: DiscoveredItem[] = [];
  for (const { outlet, ...item } of items) {
    if (outlet === null) {
      attributed.push({ ...item, ...own });
      continue;
    }
    const key = `${outlet.host ?? ''} ${outlet.name}`;
    const found = known.get(key) ?? (await findOutlet(db, source, outlet, item.title));
    known.set(key, found);
    attributed.push({ ...item, ...found });
  }
  return attributed;
}

async function findOutlet(db: Queryable, source: SourceRow, outlet: ListedOutlet, title: string) {
  // A search over many languages has none of its own.
  const own = source.language === 'und' ? detectLanguage(title).language : source.language;
  const language = outlet.language ?? own;
  const { id, country } = await attributeOutlet(db, {
    profile: source.profile,
    name: outlet.name,
    host: outlet.host,
    country: countryOfOutlet({ stated: outlet.country, host: outlet.host, language }),
    language,
  });
  return { outletId: id, origin: originOf(country) };
}

function originOf(country: string): Origin {
  return country === 'VN' ? 'domestic' : 'foreign';
}
