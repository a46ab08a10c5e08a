{{- define "lamro.labels" -}}
app.kubernetes.io/name: lamro
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
{{- end }}
