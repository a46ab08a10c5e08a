function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** The commonest words of each language; Vietnamese has its syllables instead. */
export const FUNCTION_WORDS = {
  en: words(
    "the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people mr how too good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three government president minister police vietnam vietnamese court says amid plan near river city rice trade market growth deal south north east west sea china us u.s news report talks bank export exports port water power state local health south-east why who what week month hot top best big high low set win cut talk visit call build hit find house home war law ban tax hit rise fall fire flood storm don't it's isn't can't won't i'm",
  ),
  fr: words(
    "le la les de des du un une et en est que qui dans pour pas sur au aux ce cette ces il elle ils elles on nous vous je tu se sa son ses leur leurs par plus avec ne ou mais où donc or ni car si tout tous toute toutes été être avoir sont ont était avait fait faire peut aussi bien comme entre sans sous après avant depuis pendant contre chez vers dont même très encore déjà deux trois ans année années pays monde selon président ministre gouvernement ville province mer eau riz marché commerce hier jeudi vendredi samedi dimanche lundi mardi mercredi dit à l'eau c'est d'un d'une qu'il n'est l'on vietnam vietnamien vietnamienne chine nord sud est ouest",
  ),
  de: words(
    'der die das und in zu den von ist mit sich des auf für nicht ein eine einen einem einer eines als auch es an werden aus er hat dass sie nach wird bei am im um noch wie über so zum war haben nur oder aber vor zur bis mehr durch man sein wurde sei ihr wir ich du mich dir uns kann gegen vom können schon wenn habe seine ihre unter wir soll ich eines jahr jahre jahren zwei diese dieser dieses wieder keine uhr seiner worden will zwischen immer millionen was sagte gibt alle seit muss doch jetzt drei damit bereits da ab ohne sondern selbst ersten nun etwa heute weil beim stadt land provinz regierung präsident minister meer wasser reis handel markt norden süden osten westen vietnamesische vietnam sowie dabei viele laut neue neuen',
  ),
  es: words(
    'el la los las de del un una unos unas y en que a por con para se su sus al lo como más pero no es son fue ha han ser está están era este esta estos estas ese esa o si ya sobre entre cuando muy sin también hasta hay donde quien desde todo todos toda todas nos durante uno dos tres años año día después antes contra según puede hace tiene cada porque e u ni mismo otra otro otros país mundo presidente ministro gobierno ciudad provincia mar agua arroz mercado comercio millones vietnamita vietnam china norte sur este oeste dijo tras ante bajo así parte',
  ),
} as const satisfies Record<string, ReadonlySet<string>>;

/** Letters and pairs that give a language away. */
export const LETTERS = {
  vi: /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/,
  en: /^(?:th|wh)|ght|ck$|sh$|[^aeiou]y$|ee|oo[^n]|w[nl]/,
  fr: /[çœùëï]|eau|oeu|(?:^|[ldjcnsqmt])['’][aeéèêiouh]|è|^é|é[es]?$|oi[rst]|aux$|ez$/,
  de: /[ßäöü]|sch|^ge[^o]|cht|tz|ei[nt]/,
  es: /ñ|[áíóú]n|ción|^ll|rr[aeo]/,
} as const satisfies Record<string, RegExp>;

export const ENDINGS = {
  en: /(?:ing|ed|ly|tion|ness|ment|ers|ies|ity|ous|ful|ive|'s|’s)$/,
  fr: /(?:tion|ment|aient|ait|eur|euse|eux|ique|aire|ité|ée|ées|és|ois|aise|ent)$/,
  de: /(?:ung|ungen|lich|isch|ische|ischen|keit|heit|schaft|en|er|ern|te|ten|st)$/,
  es: /(?:ción|ciones|mente|dad|dades|ado|ada|ados|adas|ido|ida|idos|ando|iendo|os|as|ar|ía|ero|ista)$/,
} as const satisfies Record<string, RegExp>;
