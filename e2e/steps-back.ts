/** For `page.evaluate`: of what the keyboard reaches, in its order, each that stands wholly above the one before and not beside it. */
export function findStepsBack(): string[] {
  const reached = [
    ...document.querySelectorAll<HTMLElement>("header nav a, main :is(a, button, input, select, summary)"),
  ].filter((element) => element.tabIndex >= 0 && element.checkVisibility());
  const boxes = reached.map((element) => element.getBoundingClientRect());
  return reached.slice(1).flatMap((element, i) => {
    const [from, to] = [boxes[i], boxes[i + 1]];
    const back = from && to && to.bottom <= from.top && to.left < from.right && to.right > from.left;
    return back ? [`${reached[i]?.textContent} → ${element.textContent}`] : [];
  });
}
