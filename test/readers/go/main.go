// Reads documents, JSON strings one a line, as kubectl does, and writes what it read as JSON, one a line.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime/debug"

	"sigs.k8s.io/yaml"
)

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := bufio.NewWriterSize(os.Stdout, 1<<20)
	defer out.Flush()
	fmt.Fprintln(out, version())
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		fmt.Fprintln(out, read(line))
	}
}

func read(line []byte) string {
	var text string
	if err := json.Unmarshal(line, &text); err != nil {
		panic(err)
	}
	value, err := yaml.YAMLToJSON([]byte(text))
	if err != nil {
		message, _ := json.Marshal(err.Error())
		return fmt.Sprintf(`{"error":%s}`, message)
	}
	return fmt.Sprintf(`{"value":%s}`, value)
}

func version() string {
	info, _ := debug.ReadBuildInfo()
	text := info.GoVersion
	for _, module := range info.Deps {
		text = fmt.Sprintf("%s, %s", module.Version, text)
	}
	return text
}
