module atrium.example/interop

go 1.24.0

require (
	github.com/mongodb-forks/digest v1.1.0
	go.mongodb.org/atlas v0.38.0
	go.mongodb.org/atlas-sdk/v20241113005 v20241113005.0.0
	go.mongodb.org/atlas-sdk/v20250312010 v20250312010.0.0
	golang.org/x/oauth2 v0.32.0
)

require github.com/google/go-querystring v1.1.0 // indirect
