/**
 * Makes an element. Attributes that are false are left out, true ones are empty, functions listen
 * to `on…`.
 * @param {string} name
 * @param {Record<string, unknown>} attributes
 * @param {...(Node | string | null)} children
 */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key.slice(2), value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A day as a reader in English writes it, "-" for none. */
export function dayText(day) {
  if (day === null) return '–';
  const date = new Date(`${day}T00:00:00Z`);
  return date.toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

/**
 * Reads JSON of the dashboard. Without a session it goes to the sign-in page, which leads back
 * here.
 * @throws Error when the answer is another failure.
 */
export async function read(path, signal) {
  const response = await fetch(`/dashboard-api${path}`, { signal });
  if (response.status === 401) {
    location.assign(`/login?back=${encodeURIComponent(location.pathname + location.search)}`);
    // The page is about to go; nobody should draw anything meanwhile.
    return new Promise(() => undefined);
  }
  if (!response.ok) throw new Error(`The dashboard answered ${response.status}.`);
  return response.json();
}
