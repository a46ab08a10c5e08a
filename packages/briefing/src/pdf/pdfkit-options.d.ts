// Options that pdfkit 0.20 takes (pdfkit.org/docs/accessibility.html) and its published types do not name yet.
declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    bbox?: [number, number, number, number];
    placement?: string;
    scope?: 'Row' | 'Column' | 'Both';
  }
  interface AnnotationOption {
    structParent?: PDFKit.PDFStructureElement;
  }
}
