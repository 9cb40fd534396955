/**
 * Characters of the bytes 0x80 to 0xFF in the code pages of DOS that no browser knows. They are
 * the mappings of unicode.org (VENDORS/MICSFT/PC/CP437.TXT, CP850.TXT, CP852.TXT).
 */
const CODE_PAGES: ReadonlyMap<string, string> = new Map([
  [
    'ibm437',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
      '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\xA0',
  ],
  [
    'ibm850',
    'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐' +
      '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\xAD±‗¾¶§÷¸°¨·¹³²■\xA0',
  ],
  [
    'ibm852',
    'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐' +
      '└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\xAD˝˛ˇ˘§÷¸°¨˙űŘř■\xA0',
  ],
]);

/** Decodes text of DOS by its code page ("ibm850"). Null for any other encoding. */
export function decodeDosText(bytes: Uint8Array, encoding: string): string | null {
  const codePage = CODE_PAGES.get(encoding);
  if (codePage === undefined) return null;
  // The UTF-16 decoder makes the string as fast as a copy.
  const codes = new Uint16Array(bytes);
  codes.forEach((code, at) => {
    if (code >= 0x80) codes[at] = codePage.charCodeAt(code - 0x80);
  });
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(codes);
}
